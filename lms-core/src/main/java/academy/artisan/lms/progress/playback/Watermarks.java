package academy.artisan.lms.progress.playback;

import java.util.List;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.Member;
import academy.artisan.lms.organization.Units;
import org.springframework.stereotype.Component;

/** What is shown faintly over a video: who filmed the screen can be told, and nobody else learns much. */
@Component
class Watermarks {

    private static final int SHOWN = 4;

    private final People people;
    private final Units units;

    Watermarks(People people, Units units) {
        this.people = people;
        this.units = units;
    }

    /** The name and the end of the staff number, or of the user name of who has none. */
    String of(PersonId learner) {
        var person = people.get(learner);
        var number = units.memberships(List.of(learner)).values().stream()
                .map(Member::staffNumber)
                .findFirst()
                .orElse(person.username());
        return person.name() + " " + number.substring(number.offsetByCodePoints(number.length(), -shown(number)));
    }

    private static int shown(String number) {
        return Math.min(SHOWN, number.codePointCount(0, number.length()));
    }
}
