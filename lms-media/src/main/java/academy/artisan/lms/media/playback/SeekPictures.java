package academy.artisan.lms.media.playback;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

import academy.artisan.lms.media.captions.VttTime;
import academy.artisan.lms.media.content.Thumbnails;

/** Says which part of which sheet shows which stretch of a video. */
final class SeekPictures {

    private SeekPictures() {}

    static String webVtt(Stream stream, UnaryOperator<String> signed) {
        var pictures = Objects.requireNonNull(stream.thumbnails());
        var perSheet = pictures.columns() * pictures.lines();
        var text = new StringBuilder("WEBVTT\n");
        var sheet = "";
        for (var i = 0; i < pictures.count(); i++) {
            if (i % perSheet == 0) {
                sheet = signed.apply(stream.keyPrefix() + Thumbnails.sheet(i / perSheet + 1));
            }
            var from = Duration.ofSeconds((long) i * pictures.everySeconds());
            var to = from.plusSeconds(pictures.everySeconds());
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s --> %s\n%s#xywh=%d,%d,%d,%d\n",
                    VttTime.text(from),
                    VttTime.text(i + 1 < pictures.count() || to.compareTo(stream.length()) < 0 ? to : stream.length()),
                    sheet,
                    i % pictures.columns() * pictures.width(),
                    i % perSheet / pictures.columns() * pictures.height(),
                    pictures.width(),
                    pictures.height()));
        }
        return text.toString();
    }
}
