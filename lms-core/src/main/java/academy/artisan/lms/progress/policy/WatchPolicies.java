package academy.artisan.lms.progress.policy;

import java.math.BigDecimal;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Which policy holds for whom: the strictest of what the course asks for, the units that the learner belongs to, from
 * the own one up to the root, and the platform.
 */
@Service
public class WatchPolicies {

    private final Units units;
    private final DeclaredRules declared;
    private final BigDecimal highestRate;
    private final WatchRules platform;

    WatchPolicies(
            Units units,
            DeclaredRules declared,
            PlatformRules platform,
            @Value("${lms.progress.max-rate:1.0}") BigDecimal maxRate) {
        this.units = units;
        this.declared = declared;
        this.highestRate = platform.highestRate();
        this.platform = platform.withRate(maxRate);
    }

    /** What holds for this learner in this course from now on. */
    public WatchPolicy effective(CourseId courseId, PersonId learner) {
        return trace(courseId, learner).policy();
    }

    /** The same, and who asked for what; one statement finds the units and one what is asked for. */
    TracedPolicy trace(CourseId courseId, PersonId learner) {
        var line = units.lineOf(learner).stream().map(Unit::id).toList();
        return strictest(declared.of(courseId, line));
    }

    /** What holds where these, and nobody else but the platform, ask for something. */
    TracedPolicy strictest(List<Asked> asked) {
        return Strictest.of(platform, highestRate, asked);
    }
}
