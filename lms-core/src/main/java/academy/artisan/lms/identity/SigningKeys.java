package academy.artisan.lms.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Derives a signing key for each purpose from the one secret, so that a token of one kind is never taken for another.
 */
@Component
@EnableConfigurationProperties(TokenProperties.class)
public class SigningKeys {

    private static final int MINIMUM_BYTES = 32;

    private final SecretKeySpec secret;

    SigningKeys(TokenProperties properties) {
        var bytes = Base64.getDecoder().decode(properties.secret());
        if (bytes.length < MINIMUM_BYTES) {
            throw new IllegalStateException("LMS_TOKEN_SECRET needs at least 32 bytes (base64)");
        }
        secret = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** An HMAC-SHA-256 key that depends on the purpose. */
    public SecretKey keyFor(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
        }
    }
}
