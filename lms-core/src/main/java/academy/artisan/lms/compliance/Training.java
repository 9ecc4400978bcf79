package academy.artisan.lms.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;

/** One person and one course: a line of HR's report. */
record Training(
        PersonId personId,
        String name,
        String staffNumber,
        UnitId unitId,
        String unitName,
        CourseId courseId,
        String courseTitle,
        TrainingState state,
        int percent,
        BigDecimal hours,
        @Nullable LocalDate dueOn,
        @Nullable Instant completedAt) {}
