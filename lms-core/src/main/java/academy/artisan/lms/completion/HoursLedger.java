package academy.artisan.lms.completion;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only ledger of learning hours, one chain for each learner. */
@Component
class HoursLedger {

    private final JdbcClient jdbc;

    HoursLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry at the end of the learner's chain; takes turns with others who add to it. */
    void append(PersonId learner, EnrolmentId enrolmentId, int seconds, String reason, Instant enteredAt) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:learner, 0))")
                .param("learner", learner.toString())
                .query((row, ignored) -> true)
                .single();
        var chain = of(learner);
        var entry = LedgerEntry.next(
                learner,
                chain.size() + 1,
                enrolmentId,
                seconds,
                reason,
                enteredAt,
                chain.isEmpty() ? LedgerEntry.NO_HASH : chain.getLast().hash());
        jdbc.sql("""
                insert into completion.ledger
                    (person_id, number, enrolment_id, seconds, reason, entered_at, previous_hash, hash)
                values (:person, :number, :enrolment, :seconds, :reason, :enteredAt, :previousHash, :hash)
                """)
                .param("person", learner.value())
                .param("number", entry.number())
                .param("enrolment", enrolmentId.value())
                .param("seconds", seconds)
                .param("reason", reason)
                .param("enteredAt", enteredAt.atOffset(ZoneOffset.UTC))
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    /** A learner's chain, in order. */
    List<LedgerEntry> of(PersonId learner) {
        return jdbc.sql("select * from completion.ledger where person_id = :person order by number")
                .param("person", learner.value())
                .query((row, ignored) -> new LedgerEntry(
                        learner,
                        row.getInt("number"),
                        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
                        row.getInt("seconds"),
                        row.getString("reason"),
                        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        row.getString("previous_hash"),
                        row.getString("hash")))
                .list();
    }

    /** Whether the chain is whole: no entry changed, missing or out of place. */
    static boolean isIntact(List<LedgerEntry> chain) {
        var hash = LedgerEntry.NO_HASH;
        for (var i = 0; i < chain.size(); i++) {
            var entry = chain.get(i);
            if (entry.number() != i + 1 || !entry.follows(hash)) {
                return false;
            }
            hash = entry.hash();
        }
        return true;
    }
}
