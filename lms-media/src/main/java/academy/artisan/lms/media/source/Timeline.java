package academy.artisan.lms.media.source;

import java.time.Duration;

/**
 * When what is in a source is shown and heard, packet by packet and not as the file announces it. All times are in
 * seconds from the beginning of the file.
 *
 * @param pictures how many there are
 * @param picturesFrom when the first is shown
 * @param picturesTo when the last is over
 * @param pictureBytes how much room they take
 * @param isSteady whether every picture is shown equally long, at the rate that the file announces
 * @param soundTo when the last sample is over; 0 without sound
 * @param isContinuous false if times jump, as in recordings that were interrupted or joined: then the jumps are left
 *     out of all times, as they are when the source is decoded
 */
public record Timeline(
        int pictures,
        double picturesFrom,
        double picturesTo,
        long pictureBytes,
        boolean isSteady,
        KeyFrames keyFrames,
        double soundTo,
        boolean isContinuous) {

    /** Until both pictures and sound are over. */
    public double seconds() {
        return Math.max(picturesTo, soundTo);
    }

    public Duration length() {
        return Duration.ofMillis(Math.round(seconds() * 1000));
    }

    /** How long the last picture has to stand until the sound is over. */
    public double stillAtTheEnd() {
        return isContinuous ? Math.max(0, soundTo - picturesTo) : 0;
    }

    public double pictureBitsPerSecond() {
        return pictureBytes * 8 / Math.max(0.001, picturesTo - picturesFrom);
    }
}
