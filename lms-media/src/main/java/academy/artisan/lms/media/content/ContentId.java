package academy.artisan.lms.media.content;

import java.util.UUID;

import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.support.Id;

/** Identifies bytes that were uploaded; several videos may share them. */
public record ContentId(UUID value) implements Id {

    /** Of what this video brings. */
    public static ContentId of(VideoId first) {
        return new ContentId(first.value());
    }

    public static ContentId of(String text) {
        return new ContentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
