package academy.artisan.lms.compliance;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseVersion;
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
     * The course as it stands, if it can be begun and is open to the unit or at least to the caller.
     *
     * @throws NotFound otherwise
     */
    Listing get(Caller caller, UnitId unit, CourseId courseId) {
        var either = viewers.membersOf(List.of(unit)).values().stream()
                .reduce(viewers.of(caller), (viewer, members) -> viewer.or(members));
        return catalog.getToBegin(courseId, either);
    }

    /** Ends unless the course is open to the members of all these units. */
    void requireOpenTo(Set<UnitId> units, Listing listing) {
        if (!unitsThatMayOpen(listing, units).containsAll(units)) {
            throw new InvalidFields("courseId", "OpenToAll", "is not open to all of whom it would be required");
        }
    }

    /** The course, if members of this unit may begin it. */
    Optional<CourseVersion> toBegin(UnitId unit, CourseId courseId) {
        return Optional.ofNullable(viewers.membersOf(List.of(unit)).get(unit))
                .flatMap(members -> catalog.find(courseId, members));
    }

    /** Those members who may open the course. */
    List<Member> whoMayOpen(Listing listing, Collection<Member> members) {
        var units = new HashSet<UnitId>();
        members.forEach(member -> units.add(member.unitId()));
        var open = unitsThatMayOpen(listing, units);
        return members.stream().filter(member -> open.contains(member.unitId())).toList();
    }

    private Set<UnitId> unitsThatMayOpen(Listing listing, Set<UnitId> units) {
        var open = new HashSet<>(units);
        var members = viewers.membersOf(units);
        open.removeIf(unit -> !listing.isOpenTo(Objects.requireNonNull(members.get(unit))));
        return open;
    }
}
