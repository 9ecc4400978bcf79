package academy.artisan.lms.course;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Lessons that show what they showed in the version before keep their progress; others begin anew. */
    static Frozen of(Publishing.Approved approved, Optional<CourseVersion> before) {
        var seconds = new HashMap<UUID, Integer>();
        approved.seconds().forEach((lesson, length) -> seconds.put(lesson.value(), length));
        var creditedAs = new HashMap<UUID, UUID>();
        before.ifPresent(version -> {
            var earlier = version.lessons().collect(Collectors.toMap(Lesson::id, Function.identity()));
            approved.content()
                    .lessons()
                    .forEach(lesson -> creditedAs.put(
                            lesson.id().value(),
                            creditedAs(lesson, earlier.get(lesson.id())).value()));
        });
        return new Frozen(approved.groupName(), approved.field(), seconds, creditedAs);
    }

    private static LessonId creditedAs(LessonContent lesson, @Nullable Lesson earlier) {
        return earlier != null && showsTheSame(lesson, earlier) ? earlier.creditedAs() : LessonId.next();
    }

    private static boolean showsTheSame(LessonContent now, Lesson before) {
        return switch (before) {
            case Lesson.Video video ->
                now instanceof LessonContent.OfVideo same && video.videoId().equals(same.videoId());
            case Lesson.Article article ->
                now instanceof LessonContent.OfArticle same && article.text().equals(same.text());
            case Lesson.Document document ->
                now instanceof LessonContent.OfDocument same
                        && document.documentId().equals(same.documentId());
        };
    }

    int seconds(LessonId lesson) {
        return Objects.requireNonNull(seconds.get(lesson.value()));
    }

    LessonId creditedAs(LessonId lesson) {
        return creditedAs == null ? lesson : new LessonId(creditedAs.getOrDefault(lesson.value(), lesson.value()));
    }
}
