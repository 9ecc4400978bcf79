package academy.artisan.lms.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a course from Markdown: first {@code name: value} lines, then the title as heading 1 with the summary below it,
 * sections as heading 2, lessons as heading 3. A lesson of the one line {@code video: 20} is a video of 20 seconds.
 */
final class DemoCourseText {

    private static final Pattern TITLE = Pattern.compile("^# ", Pattern.MULTILINE);
    private static final Pattern SECTION = Pattern.compile("^## ", Pattern.MULTILINE);
    private static final Pattern LESSON = Pattern.compile("^### ", Pattern.MULTILINE);
    private static final Pattern VIDEO = Pattern.compile("video: (\\d+)");

    private DemoCourseText() {}

    static DemoCourse parse(String name, String text) {
        var parts = TITLE.split(text, 2);
        var facts = facts(parts[0]);
        var pieces = SECTION.split(parts[1]);
        return new DemoCourse(
                name,
                fact(facts, "field"),
                fact(facts, "author"),
                fact(facts, "reviewer"),
                fact(facts, "level"),
                List.of(fact(facts, "tags").split(",\\s*")),
                firstLine(pieces[0]),
                rest(pieces[0]),
                Stream.of(pieces).skip(1).map(DemoCourseText::section).toList());
    }

    private static DemoCourse.Section section(String text) {
        var pieces = LESSON.split(text);
        return new DemoCourse.Section(
                firstLine(pieces[0]),
                Stream.of(pieces).skip(1).map(DemoCourseText::lesson).toList());
    }

    private static DemoCourse.Lesson lesson(String text) {
        var body = rest(text);
        var video = VIDEO.matcher(body);
        return video.matches()
                ? new DemoCourse.Video(firstLine(text), Integer.parseInt(video.group(1)))
                : new DemoCourse.Article(firstLine(text), body);
    }

    private static Map<String, String> facts(String head) {
        var facts = new HashMap<String, String>();
        Arrays.stream(head.split("\n", -1)).filter(line -> line.contains(": ")).forEach(line -> {
            var colon = line.indexOf(": ");
            facts.put(line.substring(0, colon), line.substring(colon + 2).strip());
        });
        return facts;
    }

    private static String fact(Map<String, String> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    private static String firstLine(String text) {
        return text.substring(0, text.indexOf('\n')).strip();
    }

    private static String rest(String text) {
        return text.substring(text.indexOf('\n')).strip();
    }
}
