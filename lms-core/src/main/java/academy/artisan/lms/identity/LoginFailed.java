package academy.artisan.lms.identity;

import academy.artisan.lms.support.Problem;

/** The user name or the password is wrong; which one is not told. */
class LoginFailed extends Problem {

    LoginFailed() {
        super(Kind.NOT_AUTHENTICATED, "User name or password is wrong");
    }
}
