package academy.artisan.lms.organization;

import academy.artisan.lms.identity.PersonId;

/** A person as the staff of a unit. */
public record Member(PersonId personId, UnitId unitId, String unitPath, String staffNumber) {}
