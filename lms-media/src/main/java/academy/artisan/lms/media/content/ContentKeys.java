package academy.artisan.lms.media.content;

import java.util.UUID;

/** Where the objects of content lie: the source, and what one run of the transcoder made of it. */
public final class ContentKeys {

    private ContentKeys() {}

    public static String prefix(ContentId content) {
        return "videos/%s/".formatted(content);
    }

    public static String source(ContentId content) {
        return prefix(content) + "source";
    }

    public static String run(ContentId content, UUID run) {
        return prefix(content) + run + "/";
    }
}
