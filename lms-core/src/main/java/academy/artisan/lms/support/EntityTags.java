package academy.artisan.lms.support;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The ETag of what people edit together is its revision number. */
public final class EntityTags {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private EntityTags() {}

    public static String of(int revision) {
        return "\"%d\"".formatted(revision);
    }

    /**
     * The revision that an If-Match names; an ETag that is none of ours matches nothing.
     *
     * @throws RevisionRequired if there is no If-Match
     */
    public static int revisionIn(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new RevisionRequired();
        }
        var etag = ETAG.matcher(ifMatch.strip());
        return etag.matches() ? Integer.parseInt(etag.group(1)) : -1;
    }
}
