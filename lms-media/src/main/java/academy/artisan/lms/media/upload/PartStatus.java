package academy.artisan.lms.media.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of an open upload stands.
 *
 * @param arrived whether the store holds it, whole
 * @param etag what the store calls it; null unless it has arrived, and also when all parts are one object already
 * @param url where it is to be put; null if it has arrived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartStatus(
        int number,
        long sizeBytes,
        boolean arrived,
        @Nullable String etag,
        @Nullable String url) {}
