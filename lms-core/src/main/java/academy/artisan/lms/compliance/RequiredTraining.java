package academy.artisan.lms.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.organization.UnitId;

/**
 * A course that HR of a unit requires until a day.
 *
 * @param forEverybody whether it also holds for those who join the unit later
 * @param people how many it was required of when it was made
 */
record RequiredTraining(
        UUID requiredTrainingId,
        UnitId unitId,
        CourseId courseId,
        LocalDate dueOn,
        boolean forEverybody,
        int people,
        Instant requiredAt) {}
