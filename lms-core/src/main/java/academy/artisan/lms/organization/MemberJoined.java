package academy.artisan.lms.organization;

import academy.artisan.lms.identity.PersonId;

/** A person became a member of a unit, or moved there, or got another staff number. */
public record MemberJoined(PersonId personId) {}
