package academy.artisan.lms.authoring.group;

import java.util.List;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.RoleHolder;

/** Somebody with a role in a group. */
record Member(PersonId personId, String username, String name, List<String> roles) {

    static Member of(RoleHolder holder) {
        return new Member(
                holder.person().id(),
                holder.person().username(),
                holder.person().name(),
                holder.roles().stream().map(Enum::name).sorted().toList());
    }
}
