package academy.artisan.lms.media.captions;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The line above a cue: from when to when, and settings. Both WebVTT and SRT write it nearly the same way. */
record CueTimes(Duration from, Duration to, String settings) {

    static final String ARROW = "-->";

    private static final String TIME = "(?:(\\d{1,4}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})";
    private static final Pattern LINE =
            Pattern.compile(TIME + "[ \\t]*" + ARROW + "[ \\t]*" + TIME + "(?:[ \\t]+(.*))?");

    static Optional<CueTimes> of(String line) {
        var match = LINE.matcher(line.strip());
        return match.matches()
                ? Optional.of(new CueTimes(
                        time(match, 1),
                        time(match, 5),
                        Optional.ofNullable(match.group(9)).orElse("")))
                : Optional.empty();
    }

    private static Duration time(MatchResult match, int group) {
        var hours = match.group(group);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(match.group(group + 1)))
                .plusSeconds(Long.parseLong(match.group(group + 2)))
                .plusMillis(Long.parseLong(match.group(group + 3)));
    }
}
