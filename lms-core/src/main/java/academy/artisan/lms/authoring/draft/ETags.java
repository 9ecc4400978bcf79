package academy.artisan.lms.authoring.draft;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The ETag of a draft or of a part of it is a revision number. */
final class ETags {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private ETags() {}

    static String of(int revision) {
        return "\"%d\"".formatted(revision);
    }

    /** The revision that an If-Match names; an ETag that is none of ours matches nothing. */
    static int revisionIn(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new RevisionRequired();
        }
        var etag = ETAG.matcher(ifMatch.strip());
        return etag.matches() ? Integer.parseInt(etag.group(1)) : -1;
    }
}
