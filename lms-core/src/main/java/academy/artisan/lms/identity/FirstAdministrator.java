package academy.artisan.lms.identity;

import java.security.SecureRandom;
import java.util.Base64;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * An empty platform gets one administrator, {@code admin}, with the password from {@code LMS_ADMIN_PASSWORD} or a
 * generated one that is printed once. Demo data brings its own.
 */
@Component
@ConditionalOnBooleanProperty(name = "lms.demo", havingValue = false, matchIfMissing = true)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final People people;
    private final String password;

    FirstAdministrator(People people, @Value("${lms.admin-password:}") String password) {
        this.people = people;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!people.nobodyIsRegistered()) {
            return;
        }
        var generated = !StringUtils.hasText(password);
        var chosen = generated ? generate() : password;
        people.grant(people.register("admin", "管理员", chosen), Role.ADMIN, null);
        if (generated) {
            log.info("The first administrator is admin with the password {} (told only this once)", chosen);
        }
    }

    private static String generate() {
        var bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
