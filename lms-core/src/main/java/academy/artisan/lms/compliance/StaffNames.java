package academy.artisan.lms.compliance;

import java.util.Collection;
import java.util.List;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.organization.Member;
import academy.artisan.lms.organization.Units;
import org.springframework.stereotype.Component;

/** Adds to members the names that a report shows; two SQL statements for all of them. */
@Component
class StaffNames {

    private final People people;
    private final Units units;

    StaffNames(People people, Units units) {
        this.people = people;
        this.units = units;
    }

    List<TrainingRows.Staff> of(Collection<Member> members) {
        var names = people.names(members.stream().map(Member::personId).toList());
        var unitNames =
                units.names(members.stream().map(Member::unitId).distinct().toList());
        return members.stream()
                .map(member -> new TrainingRows.Staff(
                        member, names.getOrDefault(member.personId(), ""), unitNames.getOrDefault(member.unitId(), "")))
                .toList();
    }
}
