package academy.artisan.lms.progress.policy;

import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks something of who watches.
 *
 * @param id of the course or unit; the platform has none
 */
record Asking(Kind kind, @Nullable UUID id) {

    /** What can ask. */
    enum Kind {
        COURSE,
        UNIT,
        PLATFORM
    }

    static final Asking PLATFORM = new Asking(Kind.PLATFORM, null);

    static Asking of(CourseId course) {
        return new Asking(Kind.COURSE, course.value());
    }

    static Asking of(UnitId unit) {
        return new Asking(Kind.UNIT, unit.value());
    }

    Optional<UnitId> unit() {
        return Optional.ofNullable(id).filter(ignored -> kind == Kind.UNIT).map(UnitId::new);
    }
}
