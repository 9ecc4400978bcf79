package academy.artisan.lms.bench.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes courses, the same one for the same number: three sections of four lessons, two of which are articles. */
final class Writing {

    static final int PARAGRAPHS = 10;

    private static final int SECTIONS = 3;
    private static final int LESSONS = 4;
    private static final int ARTICLE = 3;
    private static final Duration APART = Duration.ofMinutes(12);
    private static final Pattern BLANK = Pattern.compile("\\{([a-z]?)}");

    /** A teaching group of the platform. */
    record Group(UUID groupId, String name, String field) {}

    private final Words words;
    private final List<Group> groups;
    private final Instant newest;

    Writing(Words words, List<Group> groups, Instant newest) {
        this.words = words;
        this.groups = groups;
        this.newest = newest;
    }

    /** Courses with higher numbers are older. */
    Course course(int number) {
        var random = new SplittableRandom(number);
        var subject = words.subjects().get(random.nextInt(words.subjects().size()));
        var group = groups.get(subject.group() % groups.size());
        var publishedAt = newest.minus(APART.multipliedBy(number));
        var seconds = new ArrayList<String>();
        return new Course(
                id(publishedAt, random),
                group.groupId(),
                content(subject, publishedAt, random, seconds),
                "{\"field\":\"%s\",\"groupName\":\"%s\",\"seconds\":{%s}}"
                        .formatted(group.field(), group.name(), String.join(",", seconds)),
                publishedAt);
    }

    private String content(Subject subject, Instant publishedAt, SplittableRandom random, List<String> seconds) {
        return """
                {"instructors":["%s"],"language":"zh-CN","level":"%s","objectives":[%s],"sections":[%s],"summary":"%s",\
                "tags":[%s],"title":"%s"}""".formatted(
                oneOf(words.section("instructors"), random),
                oneOf(words.section("levels"), random),
                quoted(Stream.of(written("objectives", subject, random), written("objectives", subject, random))),
                sections(subject, publishedAt, random, seconds),
                written("summaries", subject, random),
                quoted(tags(subject, random)),
                title(subject, random));
    }

    private String title(Subject subject, SplittableRandom random) {
        var title = written("titles", subject, random);
        return switch (random.nextInt(4)) {
            case 0 -> oneOf(words.section("before"), random) + title;
            case 1 -> title + oneOf(words.section("after"), random);
            case 2 -> oneOf(words.section("before"), random) + title + oneOf(words.section("after"), random);
            default -> title;
        };
    }

    private static Stream<String> tags(Subject subject, SplittableRandom random) {
        return Stream.concat(
                Stream.of(subject.name(), oneOf(subject.terms(), random), oneOf(subject.terms(), random)),
                subject.models().stream().limit(1));
    }

    private String sections(Subject subject, Instant publishedAt, SplittableRandom random, List<String> seconds) {
        var sections = new ArrayList<String>();
        for (var section = 0; section < SECTIONS; section++) {
            var lessons = new ArrayList<String>();
            for (var lesson = 0; lesson < LESSONS; lesson++) {
                lessons.add(
                        section > 0 && lesson == ARTICLE
                                ? article(subject, publishedAt, random)
                                : video(subject, publishedAt, random, seconds));
            }
            sections.add("{\"id\":\"%s\",\"lessons\":[%s],\"title\":\"%s\"}"
                    .formatted(
                            id(publishedAt, random),
                            String.join(",", lessons),
                            filled(words.section("sections").get(section), subject, random)));
        }
        return String.join(",", sections);
    }

    private String video(Subject subject, Instant publishedAt, SplittableRandom random, List<String> seconds) {
        var lesson = id(publishedAt, random);
        seconds.add("\"%s\":%d".formatted(lesson, random.nextInt(300, 2400)));
        return "{\"id\":\"%s\",\"kind\":\"VIDEO\",\"title\":\"%s\",\"videoId\":\"%s\"}"
                .formatted(lesson, written("lessons", subject, random), id(publishedAt, random));
    }

    private String article(Subject subject, Instant publishedAt, SplittableRandom random) {
        var paragraphs = Stream.generate(
                        () -> written("sentences", subject, random) + written("sentences", subject, random))
                .limit(PARAGRAPHS / 2)
                .collect(Collectors.joining("\\n\\n"));
        return "{\"id\":\"%s\",\"kind\":\"ARTICLE\",\"text\":\"%s\",\"title\":\"%s\"}"
                .formatted(id(publishedAt, random), paragraphs, written("lessons", subject, random));
    }

    private String written(String section, Subject subject, SplittableRandom random) {
        return filled(oneOf(words.section(section), random), subject, random);
    }

    /** With what is to stand in the place of each {@code {}}. */
    private static String filled(String form, Subject subject, SplittableRandom random) {
        var first = random.nextInt(subject.terms().size());
        return BLANK.matcher(form).replaceAll(blank -> switch (blank.group(1)) {
            case "a" -> term(subject, first);
            case "b" -> term(subject, first + 1);
            case "c" -> term(subject, first + 3);
            case "n" -> Integer.toString(random.nextInt(2, 60));
            case "m" -> subject.models().isEmpty() ? "标准作业书" : oneOf(subject.models(), random);
            default -> subject.name();
        });
    }

    private static String term(Subject subject, int number) {
        return subject.terms().get(number % subject.terms().size());
    }

    private static String quoted(Stream<String> texts) {
        return texts.distinct().map(text -> '"' + text + '"').collect(Collectors.joining(","));
    }

    static <T> T oneOf(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    /** In order of time, as the platform's own ids are (version 7 of RFC 9562). */
    private static UUID id(Instant time, SplittableRandom random) {
        var high = time.toEpochMilli() << 16 | 0x7000 | (random.nextLong() & 0xfff);
        return new UUID(high, (random.nextLong() >>> 2) | (1L << 63));
    }
}
