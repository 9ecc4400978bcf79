package academy.artisan.lms.notification;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was told.
 *
 * @param arguments what is filled into the text of the reader's language
 * @param link the API path of what it is about
 */
record Notice(
        NoticeId id,
        String kind,
        List<String> arguments,
        String link,
        Instant createdAt,
        @Nullable Instant readAt) {

    TimeCursor cursor() {
        return new TimeCursor(createdAt, id.value());
    }
}
