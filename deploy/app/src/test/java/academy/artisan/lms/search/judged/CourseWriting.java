package academy.artisan.lms.search.judged;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.GroupId;

/** Writes a course from its facts; what is chance in it is the same each time. */
final class CourseWriting {

    private static final Instant FIRST_PUBLISHED = Instant.parse("2023-01-01T00:00:00Z");
    private static final int DAYS = 1200;
    private static final List<String> AUDIENCES = List.of("一线职工", "新入职员工", "班组长", "转岗人员", "职业院校学员", "技术骨干");
    private static final List<String> SUMMARIES = List.of(
            "面向{audience}，讲解{term}、{other}等内容，学完能{ability}。",
            "结合生产现场，从{term}讲到{other}，帮助{audience}{ability}。",
            "{subject}是岗位的必备技能。本课用短视频演示{term}与{other}，学完能{ability}。",
            "本课程包括{term}、{other}和综合练习，适合{audience}。",
            "边学边练：{term}怎么做，{other}怎么看，{audience}学完能{ability}。");
    private static final List<String> INSTRUCTORS = List.of("讲师一", "讲师二", "讲师三", "讲师四", "讲师五", "讲师六");

    private final Facts facts;
    private final String title;
    private final SplittableRandom random;

    CourseWriting(Facts facts, String title, SplittableRandom random) {
        this.facts = facts;
        this.title = title;
        this.random = random;
    }

    CourseVersion version() {
        var subject = facts.subject();
        return new CourseVersion(
                new CourseId(id("course " + title)),
                1,
                "0".repeat(64),
                new GroupId(id("group " + subject.group())),
                subject.group(),
                subject.field(),
                attributes(),
                new CourseOutline(facts, title, random).sections(),
                FIRST_PUBLISHED.plus(Duration.ofDays(random.nextInt(DAYS))));
    }

    private CourseAttributes attributes() {
        var audience = Chance.oneOf(AUDIENCES, random);
        return new CourseAttributes(
                title,
                summary(audience),
                facts.level(),
                tags(),
                "zh-CN",
                null,
                List.of(Chance.oneOf(INSTRUCTORS, random)),
                List.of(ability(), "在%s岗位上应用所学".formatted(facts.subject().name())),
                audience);
    }

    private String summary(String audience) {
        var terms = facts.subject().terms();
        int first = random.nextInt(terms.size());
        var summary = Chance.oneOf(SUMMARIES, random)
                .replace("{audience}", audience)
                .replace("{term}", terms.get(first))
                .replace("{other}", terms.get((first + 1) % terms.size()))
                .replace("{subject}", facts.subject().name())
                .replace("{ability}", ability());
        return Chance.inPercent(10, random) ? summary + "建议先学%s基础。".formatted(CourseOutline.stranger(random)) : summary;
    }

    private String ability() {
        return Aspect.named(facts.aspect())
                .ability()
                .replace("{}", facts.subject().name());
    }

    /** Authors name the subject and what is wider; the aspect and the model they forget now and then. */
    private List<String> tags() {
        var subject = facts.subject();
        var words = Aspect.named(facts.aspect()).words();
        var tags = new ArrayList<String>(List.of(subject.name()));
        tags.addAll(subject.kindOf());
        if (words.stream().noneMatch(title::contains)) {
            tags.add(words.getFirst());
        } else if (Chance.inPercent(50, random)) {
            tags.add(Chance.oneOf(words, random));
        }
        if (facts.model() != null && (!title.contains(facts.model()) || Chance.inPercent(50, random))) {
            tags.add(facts.model());
        }
        if (!subject.touches().isEmpty() && Chance.inPercent(15, random)) {
            tags.add(subject.touches().getFirst());
        }
        return tags.stream().distinct().toList();
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
