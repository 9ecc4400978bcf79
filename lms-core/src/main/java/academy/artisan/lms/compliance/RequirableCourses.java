package academy.artisan.lms.compliance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
import academy.artisan.lms.course.CourseViewer;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.Member;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Component;

/** Which courses may be required of whom: nobody is asked for what is closed to members of that unit. */
@Component
class RequirableCourses {

    private final Catalog catalog;
    private final CourseViewers viewers;

    RequirableCourses(Catalog catalog, CourseViewers viewers) {
        this.catalog = catalog;
        this.viewers = viewers;
    }

    /**
     * The version that these would begin. That there is such a course is told only where some of them, or whoever
     * requires it, may open it.
     *
     * @param units where those belong of whom it is required
     * @throws NotFound if there is no such course
     * @throws InvalidFields if it is closed to the members of one of these units
     */
    CourseVersion get(Caller caller, Set<UnitId> units, CourseId courseId) {
        var members = viewers.membersOf(units).values();
        var anybody = members.stream().reduce(viewers.of(caller), CourseViewer::or);
        var listing = catalog.getToBegin(courseId, anybody);
        if (!members.stream().allMatch(listing::isOpenTo)) {
            throw new InvalidFields("courseId", "OpenToAll", "is not open to all of whom it would be required");
        }
        return listing.course();
    }

    /** The titles of those of these courses that members of this unit may begin. */
    Map<CourseId, String> toBegin(UnitId unit, Collection<CourseId> wanted) {
        var members = viewers.membersOf(List.of(unit)).get(unit);
        return members == null ? Map.of() : catalog.titlesToBegin(wanted, members);
    }

    /** Those members who may open the course. */
    List<Member> whoMayOpen(Listing listing, Collection<Member> members) {
        var units = members.stream().map(Member::unitId).collect(Collectors.toSet());
        var viewing = viewers.membersOf(units);
        return members.stream()
                .filter(member -> listing.isOpenTo(Objects.requireNonNull(viewing.get(member.unitId()))))
                .toList();
    }
}
