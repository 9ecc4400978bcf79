package academy.artisan.lms.completion;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Catalog.VersionNumber;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.EnrolmentId;
import org.springframework.stereotype.Component;

/** The course of each enrolment, in the version that is taken. */
@Component
class TakenCourses {

    private final Catalog catalog;

    TakenCourses(Catalog catalog) {
        this.catalog = catalog;
    }

    /** One SQL statement, however many there are. */
    Map<EnrolmentId, CourseVersion> of(Collection<Enrolment> enrolments) {
        var courses = catalog.get(enrolments.stream().map(TakenCourses::version).collect(Collectors.toSet()));
        return enrolments.stream()
                .collect(Collectors.toMap(
                        Enrolment::enrolmentId, enrolment -> Objects.requireNonNull(courses.get(version(enrolment)))));
    }

    private static VersionNumber version(Enrolment enrolment) {
        return new VersionNumber(enrolment.courseId(), enrolment.version());
    }
}
