package academy.artisan.lms.media.transcode;

import java.time.Duration;
import java.util.List;

import academy.artisan.lms.media.content.Thumbnails;
import org.jspecify.annotations.Nullable;

/**
 * What one run made.
 *
 * @param ladder the name of the ladder that was asked for, to find out later what was made by an older one
 * @param encryptionKey AES-128; null if the segments are in clear
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
record Made(
        String ladder, List<Rendition> renditions, @Nullable Thumbnails thumbnails, byte @Nullable [] encryptionKey) {

    Made encryptedBy(byte[] key) {
        return new Made(ladder, renditions, thumbnails, key);
    }

    Duration length() {
        return renditions.getFirst().length();
    }
}
