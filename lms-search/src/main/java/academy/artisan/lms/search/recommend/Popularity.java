package academy.artisan.lms.search.recommend;

import java.time.Clock;
import java.time.Duration;

import academy.artisan.lms.compliance.StaffTaking;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.search.shelf.Shelf;
import org.springframework.stereotype.Component;

/** Counts now and then what is too much to count whenever somebody looks. */
@Component
class Popularity {

    /** What was begun before is not what colleagues take now. */
    static final Duration LATELY = Duration.ofDays(180);

    /** Of fewer than these, one could be recognised. */
    static final int FEWEST_COLLEAGUES = 5;

    private final Enrolments enrolments;
    private final StaffTaking staff;
    private final Shelf shelf;
    private final Colleagues colleagues;
    private final Clock clock;

    Popularity(Enrolments enrolments, StaffTaking staff, Shelf shelf, Colleagues colleagues, Clock clock) {
        this.enrolments = enrolments;
        this.staff = staff;
        this.shelf = shelf;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    void count() {
        shelf.countCompletions(enrolments.completions());
        colleagues.replace(staff.since(clock.instant().minus(LATELY), FEWEST_COLLEAGUES));
    }
}
