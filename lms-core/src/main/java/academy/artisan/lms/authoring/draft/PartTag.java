package academy.artisan.lms.authoring.draft;

import java.util.UUID;
import java.util.regex.Pattern;

import academy.artisan.lms.support.EntityTags;
import org.jspecify.annotations.Nullable;

/**
 * The ETag of a part: its id and the revision that last changed it. It says nothing about other parts, so it is good
 * for this one only; the ETag of the draft, a revision that the caller has seen as a whole, is good for every part.
 */
final class PartTag {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9a-f-]{36})\\.(\\d{1,9})\"");

    private PartTag() {}

    static String of(UUID part, int revision) {
        return "\"%s.%d\"".formatted(part, revision);
    }

    /** The revision up to which the caller has seen this part; a tag of another part matches nothing. */
    static int revisionIn(@Nullable String ifMatch, UUID part) {
        var tag = TAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!tag.matches()) {
            return EntityTags.revisionIn(ifMatch);
        }
        return tag.group(1).equals(part.toString()) ? Integer.parseInt(tag.group(2)) : -1;
    }
}
