package academy.artisan.lms.identity;

/** Somebody with an account. */
public record Person(PersonId id, String username, String name) {}
