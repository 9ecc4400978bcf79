package academy.artisan.lms.bench.progress;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens as the platform does, with the secret that it was started with, so that nobody has to log in. */
final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"alg\":\"HS256\"}");
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret = new byte[48];

    Tokens() {
        new SecureRandom().nextBytes(secret);
    }

    /** As the platform takes it from its environment. */
    String secret() {
        return Base64.getEncoder().encodeToString(secret);
    }

    String access(Learner learner) {
        var now = System.currentTimeMillis() / 1000;
        return sign("access", "{\"sub\":\"%s\",\"iat\":%d,\"exp\":%d}".formatted(learner.person(), now, now + 7200));
    }

    String playback(Learner learner, int durationSeconds) {
        var now = System.currentTimeMillis() / 1000;
        return sign("playback", """
                {"jti":"%s","sub":"%s","enr":"%s","crs":"%s","les":"%s","dur":%d,"rate":1.0,"iat":%d,"exp":%d}
                """.formatted(
                        learner.playback(),
                        learner.person(),
                        learner.enrolment(),
                        learner.course(),
                        learner.lesson(),
                        durationSeconds,
                        now,
                        now + 7200));
    }

    private String sign(String purpose, String claims) {
        var signed = HEADER + '.' + encoded(claims);
        var key = mac(secret, purpose.getBytes(StandardCharsets.UTF_8));
        return signed + '.' + BASE64.encodeToString(mac(key, signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
