package academy.artisan.lms.authoring.draft;

import java.util.regex.Pattern;

import academy.artisan.lms.support.InvalidFields;

/** The content of a course at a certain point: a saved revision, or a published version. */
sealed interface Snapshot {

    Pattern WRITTEN = Pattern.compile("(v?)(\\d{1,9})");

    /** A saved revision. */
    record OfRevision(int revision) implements Snapshot {

        @Override
        public String toString() {
            return Integer.toString(revision);
        }
    }

    /** A published version. */
    record OfVersion(int version) implements Snapshot {

        @Override
        public String toString() {
            return "v" + version;
        }
    }

    /** Reads {@code 17} for revision 17, {@code v2} for version 2. */
    static Snapshot of(String field, String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new InvalidFields(field, "Snapshot", "is a revision such as 17 or a version such as v2");
        }
        var number = Integer.parseInt(written.group(2));
        return written.group(1).isEmpty() ? new OfRevision(number) : new OfVersion(number);
    }
}
