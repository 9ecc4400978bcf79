package academy.artisan.lms.identity;

import academy.artisan.lms.support.Problem;

/** Somebody else has this user name. */
class UsernameTaken extends Problem {

    private final String username;

    UsernameTaken(String username, Throwable cause) {
        super(Kind.CONFLICT, "The user name %s is taken".formatted(username), cause);
        this.username = username;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {username};
    }
}
