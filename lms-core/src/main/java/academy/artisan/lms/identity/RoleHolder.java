package academy.artisan.lms.identity;

import java.util.Set;

/** Somebody with all roles held in one unit or teaching group. */
public record RoleHolder(Person person, Set<Role> roles) {}
