package academy.artisan.lms.identity;

import academy.artisan.lms.support.Problem;

/** The refresh token is unknown, expired or was used before. */
class RefreshTokenRefused extends Problem {

    RefreshTokenRefused() {
        super(Kind.NOT_AUTHENTICATED, "The refresh token is unknown, expired or was used before");
    }
}
