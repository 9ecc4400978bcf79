package academy.artisan.lms.progress.token;

import org.jspecify.annotations.Nullable;

/** Players show the token of their playback as others show an access token. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /**
     * The token in an Authorization header.
     *
     * @throws PlaybackTokenRefused if there is none
     */
    public static String token(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new PlaybackTokenRefused("A playback token is required");
        }
        return authorization.substring(SCHEME.length());
    }
}
