package academy.artisan.lms.search.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;

import academy.artisan.lms.identity.PersonId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Knows whether somebody asks again on a day what that person asked before, so that one person alone does not make a
 * query look like one of many. Only in the memory of this node, for a day, and as numbers that nobody without the salt
 * of this very process can lead back to a person or a query.
 */
@Component
class Repeats {

    private record Trace(long high, long low) {}

    private static final int MOST = 200_000;

    private final byte[] salt = new byte[32];
    private final Cache<Trace, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    Repeats() {
        new SecureRandom().nextBytes(salt);
    }

    boolean isOne(PersonId person, String query, LocalDate day) {
        return seen.asMap().putIfAbsent(trace(person + " " + day + " " + query), true) != null;
    }

    private Trace trace(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            var hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Trace(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
