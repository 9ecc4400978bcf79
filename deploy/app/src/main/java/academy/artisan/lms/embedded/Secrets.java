package academy.artisan.lms.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What nobody else may know, generated on first use and kept in a file that only its owner can read.
 *
 * @param tokens base64 of what log-in tokens are signed with
 */
record Secrets(String postgres, String redis, String objectStoreId, String objectStoreKey, String tokens) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets in(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        var known = properties.size();
        var secrets = new Secrets(
                hex(properties, "postgres.password", 24),
                hex(properties, "redis.password", 24),
                hex(properties, "s3.access-key", 10),
                hex(properties, "s3.secret-key", 24),
                (String) properties.computeIfAbsent(
                        "token.secret", ignored -> Base64.getEncoder().encodeToString(random(48))));
        if (properties.size() > known) {
            var text = new StringWriter();
            properties.store(text, "Generated on first start; whoever reads this file can read and change everything");
            OwnerOnly.write(file, text.toString());
        }
        OwnerOnly.restrict(file);
        return secrets;
    }

    private static String hex(Properties properties, String key, int bytes) {
        return (String)
                properties.computeIfAbsent(key, ignored -> HexFormat.of().formatHex(random(bytes)));
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
