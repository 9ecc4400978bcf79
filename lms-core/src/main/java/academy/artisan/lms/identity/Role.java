package academy.artisan.lms.identity;

/** What a person may be granted, in a unit or a teaching group or (ADMIN) everywhere. Everybody is a learner. */
public enum Role {
    ADMIN,
    LEAD,
    AUTHOR,
    REVIEWER,
    HR
}
