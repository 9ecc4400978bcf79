package academy.artisan.lms.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logs people in: a short signed access token, and a refresh token that is changed at every use. */
@Service
class Tokens {

    record Issued(String accessToken, String tokenType, long expiresInSeconds, String refreshToken) {}

    private record Account(PersonId person, String passwordHash) {}

    private record Refresh(
            UUID family,
            PersonId person,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final JwtEncoder accessTokens;
    private final LoginThrottle throttle;
    private final TokenProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final String hashOfNobody;

    Tokens(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            JwtEncoder accessTokens,
            LoginThrottle throttle,
            TokenProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.throttle = throttle;
        this.properties = properties;
        this.clock = clock;
        this.hashOfNobody = String.valueOf(passwords.encode(newSecret()));
    }

    /** Checks the password of a user who may not exist in the same time as that of one who does. */
    Issued logIn(String username, String password) {
        throttle.check(username);
        var account = jdbc.sql("select person_id, password_hash from identity.person where username = :username")
                .param("username", username)
                .query((row, ignored) -> new Account(
                        new PersonId(row.getObject("person_id", UUID.class)), row.getString("password_hash")))
                .optional();
        var matches =
                passwords.matches(password, account.map(Account::passwordHash).orElse(hashOfNobody));
        if (account.isEmpty() || !matches) {
            throttle.countFailure(username);
            throw new LoginFailed();
        }
        return issue(account.get().person(), Ids.next());
    }

    /**
     * Changes a refresh token for new tokens.
     *
     * @throws RefreshTokenRefused if it is unknown, expired or was used before; in the last case its family ends
     */
    @Transactional(noRollbackFor = RefreshTokenRefused.class)
    public Issued refresh(String refreshToken) {
        var now = clock.instant();
        var hash = hashOf(refreshToken);
        var token = jdbc.sql("""
                        select family, person_id, expires_at, used_at from identity.refresh_token
                        where token_hash = :hash for update
                        """)
                .param("hash", hash)
                .query((row, ignored) -> new Refresh(
                        row.getObject("family", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("used_at", OffsetDateTime.class))))
                .optional()
                .orElseThrow(RefreshTokenRefused::new);
        if (token.usedAt() != null) {
            end(token.family());
            throw new RefreshTokenRefused();
        }
        if (token.expiresAt().isBefore(now)) {
            throw new RefreshTokenRefused();
        }
        jdbc.sql("update identity.refresh_token set used_at = :now where token_hash = :hash")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hash", hash)
                .update();
        return issue(token.person(), token.family());
    }

    /** Ends the log-in that this token belongs to; an unknown one is no error. */
    @Transactional
    public void logOut(String refreshToken) {
        jdbc.sql("select family from identity.refresh_token where token_hash = :hash")
                .param("hash", hashOf(refreshToken))
                .query(UUID.class)
                .optional()
                .ifPresent(this::end);
    }

    private Issued issue(PersonId person, UUID family) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .subject(person.toString())
                .issuedAt(now)
                .expiresAt(now.plus(properties.accessLifetime()))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        var accessToken =
                accessTokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        var refreshToken = newSecret();
        jdbc.sql("delete from identity.refresh_token where person_id = :person and expires_at < :now")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into identity.refresh_token (token_hash, family, person_id, expires_at)
                values (:hash, :family, :person, :expiresAt)
                """)
                .param("hash", hashOf(refreshToken))
                .param("family", family)
                .param("person", person.value())
                .param("expiresAt", now.plus(properties.refreshLifetime()).atOffset(ZoneOffset.UTC))
                .update();
        return new Issued(accessToken, "Bearer", properties.accessLifetime().toSeconds(), refreshToken);
    }

    private void end(UUID family) {
        jdbc.sql("delete from identity.refresh_token where family = :family")
                .param("family", family)
                .update();
    }

    private String newSecret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hashOf(String refreshToken) {
        return CanonicalJson.sha256(refreshToken);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
