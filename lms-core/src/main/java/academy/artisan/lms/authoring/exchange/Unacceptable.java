package academy.artisan.lms.authoring.exchange;

import java.util.List;

/** The archive cannot be imported, however often it is tried. */
final class Unacceptable extends Exception {

    private final transient List<Flaw> flaws;

    Unacceptable(List<Flaw> flaws) {
        super(flaws.toString());
        this.flaws = flaws.stream().limit(Limits.PROBLEMS_TOLD).toList();
    }

    Unacceptable(Flaw flaw) {
        this(List.of(flaw));
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
