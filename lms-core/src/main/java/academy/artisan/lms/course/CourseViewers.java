package academy.artisan.lms.course;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.identity.RoleHolders;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import org.springframework.stereotype.Component;

/** Knows in which audiences people are at this moment: everyone, their units and all above them, their groups. */
@Component
public class CourseViewers {

    private static final Set<Role> IN_GROUPS = Set.of(Role.LEAD, Role.AUTHOR, Role.REVIEWER);

    private final Units units;
    private final RoleHolders roles;

    CourseViewers(Units units, RoleHolders roles) {
        this.units = units;
        this.roles = roles;
    }

    /** One statement, and none for administrators; HR is where it belongs and where it is HR. */
    public CourseViewer of(Caller caller) {
        if (caller.isAdmin()) {
            return new CourseViewer(Set.of(CourseViewer.EVERYONE, CourseViewer.ADMINISTRATORS));
        }
        var audiences = new HashSet<>(Set.of(CourseViewer.EVERYONE));
        scopes(caller, IN_GROUPS).map(GroupId::new).map(CourseViewer::group).forEach(audiences::add);
        var asHr = scopes(caller, Set.of(Role.HR)).map(UnitId::new).toList();
        units.around(caller.personId(), asHr).stream().map(CourseViewer::unit).forEach(audiences::add);
        return new CourseViewer(audiences);
    }

    /** Somebody who is not asking just now. */
    public CourseViewer of(PersonId person) {
        return of(roles.asCaller(person));
    }

    /** What everybody who belongs to a unit is in, whatever else they are; units that do not exist are left out. */
    public Map<UnitId, CourseViewer> membersOf(Collection<UnitId> places) {
        return units.linesOf(places).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> member(place.getValue())));
    }

    private static CourseViewer member(List<UnitId> line) {
        return new CourseViewer(
                Stream.concat(Stream.of(CourseViewer.EVERYONE), line.stream().map(CourseViewer::unit))
                        .collect(Collectors.toSet()));
    }

    private static Stream<UUID> scopes(Caller caller, Set<Role> held) {
        return caller.grants().stream()
                .filter(grant -> held.contains(grant.role()))
                .map(Caller.Grant::scope)
                .filter(Objects::nonNull);
    }
}
