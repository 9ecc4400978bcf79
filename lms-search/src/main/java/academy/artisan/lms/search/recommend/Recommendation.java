package academy.artisan.lms.search.recommend;

import java.time.LocalDate;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** A course, and what it is recommended for. */
record Recommendation(CourseId courseId, String title, Because because) {

    /**
     * What the reason rests upon; what does not belong to the reason is absent.
     *
     * @param courseId the course that this one is the next after
     * @param unitId the unit that requires it, or whose people took it
     * @param people how many of the unit and below began it lately
     * @param dueOn until when it is required
     */
    record Because(
            @Nullable CourseId courseId,
            @Nullable String courseTitle,
            @Nullable UnitId unitId,
            @Nullable String unitName,
            @Nullable Integer people,
            @Nullable LocalDate dueOn) {

        static Because required(@Nullable UnitId unit, @Nullable String unitName, LocalDate dueOn) {
            return new Because(null, null, unit, unitName, null, dueOn);
        }

        static Because nextAfter(CourseId courseId, String title) {
            return new Because(courseId, title, null, null, null, null);
        }

        static Because taken(UnitId unit, String unitName, int people) {
            return new Because(null, null, unit, unitName, people, null);
        }
    }
}
