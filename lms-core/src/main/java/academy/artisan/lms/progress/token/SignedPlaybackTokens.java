package academy.artisan.lms.progress.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;

import academy.artisan.lms.identity.SigningKeys;
import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.support.CanonicalJson;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Playback tokens as JWTs, signed by a key of their own. A heartbeat is little more than reading one, so they are read
 * here and not by a library for tokens of all kinds: only what this class signs is taken, byte for byte, and a token
 * that was found good is known again.
 */
@Component
public class SignedPlaybackTokens implements PlaybackTokens {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode(bytes("{\"alg\":\"HS256\"}")) + '.';

    /** A player shows the same token for hours; some 1 kB each. */
    private static final int MOST_KNOWN = 60_000;

    private final Cache<String, PlaybackToken> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    private final Mac unused;
    private final Clock clock;

    SignedPlaybackTokens(SigningKeys keys, Clock clock) throws GeneralSecurityException {
        this.clock = clock;
        unused = Mac.getInstance("HmacSHA256");
        unused.init(keys.keyFor("playback"));
    }

    @Override
    public String sign(PlaybackToken token) {
        var claims = CanonicalJson.write(PlaybackClaims.of(token));
        var signed = HEADER + encode(bytes(claims));
        return signed + '.' + encode(signature(signed));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** By a copy, since it is shared. */
    private byte[] signature(String signed) {
        try {
            return ((Mac) unused.clone()).doFinal(bytes(signed));
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException("Every Java platform can copy an HmacSHA256", never);
        }
    }

    @Override
    public PlaybackToken verify(String token, PlaybackId playbackId) {
        var read = read(token, playbackId);
        if (isOver(read, Duration.ZERO)) {
            throw new PlaybackTokenExpired();
        }
        return read;
    }

    /**
     * Reads a token that may have expired a while ago.
     *
     * @throws PlaybackTokenRefused if that was longer ago, or the token is refused for what it is
     */
    public PlaybackToken verify(String token, PlaybackId playbackId, Duration grace) {
        var read = read(token, playbackId);
        if (read.isPreview() || isOver(read, grace)) {
            throw new PlaybackTokenRefused("The token is none that can be renewed any more");
        }
        return read;
    }

    private boolean isOver(PlaybackToken token, Duration grace) {
        return !clock.instant().isBefore(token.expiresAt().plus(grace));
    }

    private PlaybackToken read(String token, PlaybackId playbackId) {
        var read = known.get(token, this::read);
        if (!playbackId.equals(read.playbackId())) {
            throw new PlaybackTokenRefused("The token is of another playback");
        }
        return read;
    }

    private PlaybackToken read(String token) {
        var end = token.lastIndexOf('.');
        if (!token.startsWith(HEADER) || end < HEADER.length()) {
            throw new PlaybackTokenRefused("The token is none of a playback");
        }
        try {
            var signature = encode(signature(token.substring(0, end)));
            if (!MessageDigest.isEqual(bytes(signature), bytes(token.substring(end + 1)))) {
                throw new PlaybackTokenRefused("The token was not signed here, or was changed");
            }
            var claims = Base64.getUrlDecoder().decode(token.substring(HEADER.length(), end));
            return CanonicalJson.read(new String(claims, StandardCharsets.UTF_8), PlaybackClaims.class)
                    .token();
        } catch (IllegalArgumentException | JacksonException unreadable) {
            throw new PlaybackTokenRefused("The token cannot be read");
        }
    }
}
