package academy.artisan.lms.authoring.group;

import academy.artisan.lms.identity.Role;

/** What a member of a group may be. */
enum GroupRole {
    LEAD(Role.LEAD),
    AUTHOR(Role.AUTHOR),
    REVIEWER(Role.REVIEWER);

    private final Role role;

    GroupRole(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}
