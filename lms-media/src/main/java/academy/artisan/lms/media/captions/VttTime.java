package academy.artisan.lms.media.captions;

import java.time.Duration;
import java.util.Locale;

/** A time as WebVTT writes it: hours, minutes, seconds and milliseconds. */
public final class VttTime {

    private VttTime() {}

    public static String text(Duration time) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                time.toMillisPart());
    }
}
