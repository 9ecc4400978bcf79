package academy.artisan.lms.completion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HoursLedgerTests {

    private final PersonId learner = PersonId.next();
    private final EnrolmentId enrolment = EnrolmentId.next();

    @Test
    void aChainAsItWasWrittenIsIntact() {
        assertThat(HoursLedger.isIntact(List.of())).isTrue();
        assertThat(HoursLedger.isIntact(chain(2700, 40, -40))).isTrue();
    }

    @Test
    void aChangedEntryIsNoticed() {
        var chain = chain(2700, 40);
        var first = chain.getFirst();
        chain.set(
                0,
                new LedgerEntry(
                        learner,
                        first.number(),
                        enrolment,
                        5400,
                        first.reason(),
                        first.enteredAt(),
                        first.previousHash(),
                        first.hash()));
        assertThat(HoursLedger.isIntact(chain)).isFalse();
    }

    @Test
    void aForgedEntryBreaksTheOneThatFollows() {
        var chain = chain(2700, 40);
        chain.set(0, chain(5400).getFirst());
        assertThat(HoursLedger.isIntact(chain)).isFalse();
    }

    @Test
    void aMissingOrMovedEntryIsNoticed() {
        var chain = chain(1, 2, 3);
        assertThat(HoursLedger.isIntact(List.of(chain.get(0), chain.get(2)))).isFalse();
        assertThat(HoursLedger.isIntact(chain.subList(1, 3))).isFalse();
        assertThat(HoursLedger.isIntact(chain.reversed())).isFalse();
    }

    private List<LedgerEntry> chain(int... seconds) {
        var chain = new ArrayList<LedgerEntry>();
        var hash = LedgerEntry.NO_HASH;
        for (var granted : seconds) {
            var entry = LedgerEntry.next(
                    learner, chain.size() + 1, enrolment, granted, "COURSE_COMPLETED", Instant.EPOCH, hash);
            chain.add(entry);
            hash = entry.hash();
        }
        return chain;
    }
}
