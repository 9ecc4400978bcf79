package academy.artisan.lms.media.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads WebVTT and SRT: blocks of lines with times above them. What it does not understand it refuses by line. */
final class CaptionParser {

    private static final String WEBVTT = "WEBVTT";
    private static final int MOST_CUES = 20_000;
    private static final int LONGEST_CUE = 1_000;

    /** With its tags and what is escaped. */
    private static final int LONGEST_RAW_CUE = 20_000;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final String[] lines;
    private final boolean isWebVtt;
    private final CaptionFlaws flaws = new CaptionFlaws();
    private final List<Cue> cues = new ArrayList<>();
    private int next;

    private CaptionParser(String text) {
        lines = text.split("\r\n|\n|\r", -1);
        isWebVtt = begins(lines[0], WEBVTT);
    }

    /**
     * The cues in the order in which they begin.
     *
     * @param length of the video; null while nobody knows it
     * @throws CaptionsRefused if any line breaks a rule
     */
    static List<Cue> parse(String text, @Nullable Duration length) {
        return new CaptionParser(text).read(length);
    }

    private List<Cue> read(@Nullable Duration length) {
        skipHeader();
        skipBlanks();
        while (next < lines.length && !flaws.areEnough()) {
            block(length);
            skipBlanks();
        }
        flaws.check();
        if (cues.isEmpty()) {
            flaws.add(lines.length, "NoCue", "there is not a single cue with a text");
        }
        flaws.check();
        return cues.stream().sorted(Comparator.comparing(Cue::from)).toList();
    }

    private void skipHeader() {
        if (isWebVtt) {
            next = 1;
            while (next < lines.length && !lines[next].isEmpty() && !lines[next].contains(CueTimes.ARROW)) {
                next++;
            }
            return;
        }
        skipBlanks();
        if (next < lines.length
                && !NUMBER.matcher(lines[next].strip()).matches()
                && !lines[next].contains(CueTimes.ARROW)) {
            flaws.add(next + 1, "CaptionFormat", "WebVTT begins with WEBVTT, SRT with a number or with times");
            flaws.check();
        }
    }

    private void skipBlanks() {
        while (next < lines.length && lines[next].isBlank()) {
            next++;
        }
    }

    private boolean isWithinBlock() {
        return next < lines.length && (isWebVtt ? !lines[next].isEmpty() : !lines[next].isBlank());
    }

    private void skipBlock() {
        while (isWithinBlock()) {
            next++;
        }
    }

    private void block(@Nullable Duration length) {
        if (isWebVtt && isNoCue(lines[next])) {
            skipBlock();
            return;
        }
        if (!lines[next].contains(CueTimes.ARROW) && next + 1 < lines.length && isTimes(next + 1)) {
            next++;
        }
        var times = CueTimes.of(lines[next]);
        if (times.isEmpty()) {
            flaws.add(next + 1, "CueTimes", "times such as 00:01:02.500 --> 00:01:05.000 are expected here");
            skipBlock();
            return;
        }
        var line = ++next;
        var text = text();
        if (times.get().to().compareTo(times.get().from()) <= 0) {
            flaws.add(line, "CueEnd", "the end is not after the beginning");
            return;
        }
        add(line, times.get(), text, length);
    }

    /** Whether times are meant here, be they right or wrong. */
    private boolean isTimes(int index) {
        return lines[index].contains(CueTimes.ARROW);
    }

    private String text() {
        var text = new StringBuilder();
        while (isWithinBlock()) {
            if (isTimes(next) && CueTimes.of(lines[next]).isPresent()) {
                flaws.add(next + 1, "BlankLine", "an empty line is missing above this cue");
                break;
            }
            text.append(lines[next]).append('\n');
            next++;
        }
        return text.toString();
    }

    private void add(int line, CueTimes times, String raw, @Nullable Duration length) {
        if (raw.length() > LONGEST_RAW_CUE) {
            flaws.add(line, "CueSize", "a cue has at most 1000 characters");
            return;
        }
        var text = isWebVtt ? CueText.ofWebVtt(raw) : CueText.ofSrt(raw);
        var webVtt = text.webVtt();
        var cue = new Cue(times.from(), times.to(), settings(times, text), webVtt);
        if (text.isEmpty()) {
            return;
        }
        if (text.length() > LONGEST_CUE || webVtt.length() > LONGEST_RAW_CUE) {
            flaws.add(line, "CueSize", "a cue has at most 1000 characters");
        } else if (cue.isAfter(length)) {
            flaws.add(line, "AfterEnd", "the video has ended before");
        } else if (cues.size() == MOST_CUES) {
            flaws.add(line, "MostCues", "there are more than 20000 cues");
            next = lines.length;
        } else {
            cues.add(cue.cutAt(length));
        }
    }

    private static String settings(CueTimes times, CueText text) {
        var settings = CueSettings.normalise(times.settings());
        return settings.isEmpty() ? text.settings() : settings;
    }

    private static boolean isNoCue(String line) {
        return begins(line, "NOTE") || "STYLE".equals(line.stripTrailing()) || "REGION".equals(line.stripTrailing());
    }

    private static boolean begins(String line, String word) {
        return line.startsWith(word)
                && (line.length() == word.length() || " \t".indexOf(line.charAt(word.length())) >= 0);
    }
}
