package academy.artisan.lms.embedded;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** What the application cannot do without, and the property that says where it is. */
enum Need {
    POSTGRES("spring.datasource.url"),
    REDIS(RedisAddress.PROPERTY),
    OBJECT_STORE("lms.s3.endpoint"),
    ELASTICSEARCH("lms.elasticsearch.url"),
    FFMPEG("lms.media.ffmpeg"),
    TOKEN_SECRET("lms.token.secret");

    private final String property;

    Need(String property) {
        this.property = property;
    }

    static Set<Need> unmetIn(Environment environment) {
        return Arrays.stream(values())
                .filter(need -> !StringUtils.hasText(environment.getProperty(need.property)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }
}
