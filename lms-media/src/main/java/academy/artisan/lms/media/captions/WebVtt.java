package academy.artisan.lms.media.captions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import academy.artisan.lms.support.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Captions in the one form in which they are kept.
 *
 * @param text WebVTT with LF at the ends of lines
 */
record WebVtt(String text, List<Cue> cues) {

    /** Archives of courses take texts of this size along. */
    private static final int LARGEST = 4 << 20;

    /**
     * Brings a file into this form; what has it already stays as it is.
     *
     * @param file WebVTT or SRT in UTF-8, UTF-16 with a byte order mark, or GB18030
     * @param length of the video; null while nobody knows it
     * @throws CaptionsRefused if it cannot be read, with the lines
     */
    static WebVtt normalise(byte[] file, @Nullable Duration length) {
        var text = CaptionEncoding.decode(file)
                .orElseThrow(() -> new CaptionsRefused(List.of(
                        new FieldError("line 1", "CaptionEncoding", "the file is neither UTF-8, UTF-16 nor GB18030"))));
        var cues = CaptionParser.parse(text, length);
        var webVtt = new WebVtt(write(cues), cues);
        if (webVtt.text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new CaptionsRefused(
                    List.of(new FieldError("line 1", "CaptionSize", "as WebVTT it has more than 4 MiB")));
        }
        return webVtt;
    }

    private static String write(List<Cue> cues) {
        var text = new StringBuilder("WEBVTT\n");
        for (var cue : cues) {
            text.append('\n')
                    .append(VttTime.text(cue.from()))
                    .append(" --> ")
                    .append(VttTime.text(cue.to()))
                    .append(cue.settings().isEmpty() ? "" : " ")
                    .append(cue.settings())
                    .append('\n')
                    .append(cue.text())
                    .append('\n');
        }
        return text.toString();
    }
}
