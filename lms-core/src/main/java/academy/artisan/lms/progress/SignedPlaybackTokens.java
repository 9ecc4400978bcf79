package academy.artisan.lms.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.SigningKeys;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Playback tokens as JWTs, signed by a key of their own. */
@Component
class SignedPlaybackTokens implements PlaybackTokens {

    private static final String USE = "use";
    private static final String PREVIEW = "preview";

    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    SignedPlaybackTokens(SigningKeys keys, Clock clock) {
        this.clock = clock;
        var key = keys.keyFor("playback");
        encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        // How old a token may be depends on what it is shown for
        decoder.setJwtValidator(ignored -> OAuth2TokenValidatorResult.success());
    }

    @Override
    public String sign(PlaybackToken token) {
        var claims = JwtClaimsSet.builder()
                .id(token.playbackId().toString())
                .subject(token.learner().toString())
                .issuedAt(token.openedAt())
                .expiresAt(token.expiresAt())
                .claim("enr", token.enrolmentId().toString())
                .claim("crs", token.courseId().toString())
                .claim("les", token.lessonId().toString())
                .claim("dur", token.durationSeconds())
                .claims(all -> all.putAll(PolicyClaims.of(token.policy())));
        if (token.videoId() != null) {
            claims.claim("vid", token.videoId().toString());
        }
        if (token.isPreview()) {
            claims.claim(USE, PREVIEW);
        }
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
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
    PlaybackToken verify(String token, PlaybackId playbackId, Duration grace) {
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
        Jwt jwt;
        try {
            jwt = decoder.decode(token);
        } catch (JwtException refused) {
            throw new PlaybackTokenRefused(String.valueOf(refused.getMessage()));
        }
        if (!playbackId.toString().equals(jwt.getId())) {
            throw new PlaybackTokenRefused("The token is of another playback");
        }
        return of(jwt.getClaims());
    }

    private static PlaybackToken of(Map<String, Object> claims) {
        var video = claims.get("vid");
        return new PlaybackToken(
                PlaybackId.of(text(claims, "jti")),
                PersonId.of(text(claims, "sub")),
                EnrolmentId.of(text(claims, "enr")),
                CourseId.of(text(claims, "crs")),
                LessonId.of(text(claims, "les")),
                video == null ? null : VideoId.of(video.toString()),
                number(claims, "dur").intValue(),
                PolicyClaims.read(claims),
                time(claims, "iat"),
                time(claims, "exp"),
                PREVIEW.equals(claims.get(USE)));
    }

    private static String text(Map<String, Object> claims, String name) {
        return String.valueOf(claims.get(name));
    }

    private static Number number(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Number number ? number : 0;
    }

    private static Instant time(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Instant time ? time : Instant.EPOCH;
    }
}
