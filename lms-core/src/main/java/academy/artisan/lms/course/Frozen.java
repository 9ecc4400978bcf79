package academy.artisan.lms.course;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * What is not written by the authors but holds for a version for ever: where it came from, how long its videos and
 * documents take, under which ids progress in its lessons is kept.
 *
 * @param seconds of lessons whose length is not in the content itself
 * @param creditedAs of lessons whose progress is kept under another id than their own
 */
record Frozen(
        String groupName,
        String field,
        @JsonAlias("videoSeconds") Map<UUID, Integer> seconds,
        @Nullable Map<UUID, UUID> creditedAs) {

    /**
     * Lessons that show what they showed in any earlier version keep the progress in that; others begin anew. A lesson
     * of the first version is credited under its own id.
     */
    static Frozen of(Publishing.Approved approved, EarlierVersions.Known earlier) {
        var seconds = new HashMap<UUID, Integer>();
        approved.seconds().forEach((lesson, length) -> seconds.put(lesson.value(), length));
        var creditedAs = new HashMap<UUID, UUID>();
        if (earlier.latest() > 0) {
            approved.content().lessons().map(LessonContent::id).forEach(lesson -> {
                var kept = earlier.creditedAs().get(lesson);
                creditedAs.put(lesson.value(), (kept == null ? LessonId.next() : kept).value());
            });
        }
        return new Frozen(approved.groupName(), approved.field(), seconds, creditedAs);
    }

    int seconds(LessonId lesson) {
        return Objects.requireNonNull(seconds.get(lesson.value()));
    }

    LessonId creditedAs(LessonId lesson) {
        return creditedAs == null ? lesson : new LessonId(creditedAs.getOrDefault(lesson.value(), lesson.value()));
    }
}
