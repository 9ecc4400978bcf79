package academy.artisan.lms.compliance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.completion.Advance;
import academy.artisan.lms.completion.Advances;
import academy.artisan.lms.completion.CourseCompleted;
import academy.artisan.lms.compliance.StandingRequirements.Requirement;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CoursePublished;
import academy.artisan.lms.course.CourseRestored;
import academy.artisan.lms.course.CourseShared;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.enrolment.Enrolled;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.enrolment.LearnersMoved;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.MemberJoined;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.progress.ProgressSettled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps HR's report up to date: each piece of news makes it read again how the people concerned stand. */
@Component
class ReportUpkeep {

    private final Advances advances;
    private final Catalog catalog;
    private final RequirableCourses courses;
    private final Units units;
    private final StaffNames names;
    private final TrainingRows rows;
    private final StandingRequirements requirements;

    ReportUpkeep(
            Advances advances,
            Catalog catalog,
            RequirableCourses courses,
            Units units,
            StaffNames names,
            TrainingRows rows,
            StandingRequirements requirements) {
        this.advances = advances;
        this.catalog = catalog;
        this.courses = courses;
        this.units = units;
        this.names = names;
        this.rows = rows;
        this.requirements = requirements;
    }

    @ApplicationModuleListener(id = "compliance.note-enrolment")
    void note(Enrolled news) {
        advance(List.of(news.enrolmentId()));
    }

    @ApplicationModuleListener(id = "compliance.note-progress")
    void note(ProgressSettled news) {
        advance(news.enrolmentIds());
    }

    /** Percent may go down: what was seen of lessons that are replaced counts no more. */
    @ApplicationModuleListener(id = "compliance.note-move")
    void note(LearnersMoved news) {
        advance(news.enrolmentIds());
    }

    @ApplicationModuleListener(id = "compliance.note-completion")
    void note(CourseCompleted news) {
        advance(List.of(news.enrolmentId()));
    }

    /**
     * A new member is shown with all courses taken before, and owes what is required of everybody there and can be
     * begun.
     */
    @ApplicationModuleListener(id = "compliance.note-member")
    void note(MemberJoined news) {
        for (var staff : names.of(units.memberships(List.of(news.personId())).values())) {
            rows.move(staff);
            rows.advance(advances.ofLearner(news.personId()).stream()
                    .map(advance -> new TrainingRows.Line(staff, advance))
                    .toList());
            owe(staff);
        }
    }

    /** As many statements for much as for little: staff come by the thousand. */
    private void owe(TrainingRows.Staff staff) {
        var required = requirements.at(staff.member().unitPath());
        var titles = courses.toBegin(
                staff.member().unitId(),
                required.stream().map(Requirement::courseId).toList());
        rows.owe(
                staff,
                required.stream()
                        .filter(requirement -> titles.containsKey(requirement.courseId()))
                        .map(requirement -> new TrainingRows.Due(
                                requirement.courseId(),
                                titles.getOrDefault(requirement.courseId(), ""),
                                requirement.dueOn()))
                        .toList());
    }

    /** Who joined while nobody could begin the course owes it from now on. */
    @ApplicationModuleListener(id = "compliance.catch-up-restored")
    void note(CourseRestored news) {
        catchUp(news.courseId());
    }

    /** A new version opens a withdrawn course, too. */
    @ApplicationModuleListener(id = "compliance.catch-up-published")
    void note(CoursePublished news) {
        catchUp(news.courseId());
    }

    /** Who joined while the course was closed to their unit owes it once it is open. */
    @ApplicationModuleListener(id = "compliance.catch-up-shared")
    void note(CourseShared news) {
        catchUp(news.courseId());
    }

    private void catchUp(CourseId courseId) {
        catalog.listing(courseId)
                .filter(listing -> !listing.isWithdrawn())
                .ifPresent(listing -> requirements.of(courseId).forEach(requirement -> catchUp(listing, requirement)));
    }

    private void catchUp(Listing listing, Requirement requirement) {
        var members = units.membersBelow(units.get(requirement.unitId()), List.of());
        rows.requireOfNewcomers(names.of(courses.whoMayOpen(listing, members)), listing.course(), requirement.dueOn());
    }

    private void advance(Collection<EnrolmentId> enrolments) {
        var changed = advances.of(enrolments);
        var members = units.memberships(changed.stream()
                .map(advance -> advance.enrolment().learner())
                .distinct()
                .toList());
        Map<PersonId, List<Advance>> byLearner = changed.stream()
                .collect(Collectors.groupingBy(advance -> advance.enrolment().learner()));
        rows.advance(names.of(members.values()).stream()
                .flatMap(staff -> byLearner.getOrDefault(staff.member().personId(), List.of()).stream()
                        .map(advance -> new TrainingRows.Line(staff, advance)))
                .toList());
    }
}
