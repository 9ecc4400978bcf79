package academy.artisan.lms.identity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How log-in tokens are made.
 *
 * @param secret at least 32 random bytes, base64; every kind of token is signed by a key derived from it
 */
@ConfigurationProperties("lms.token")
record TokenProperties(
        String secret,
        @DefaultValue("15m") Duration accessLifetime,
        @DefaultValue("30d") Duration refreshLifetime) {}
