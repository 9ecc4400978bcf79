package academy.artisan.lms.completion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class HoursLedgerIT {

    @Autowired
    HoursLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final PersonId learner = PersonId.next();

    @Test
    void entriesAddedAtOnceFormOneIntactChain() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var added : threads.invokeAll(Stream.<Callable<Boolean>>generate(() -> this::append)
                    .limit(12)
                    .toList())) {
                assertThat(added.get()).isTrue();
            }
        }
        assertThat(ledger.of(learner)).hasSize(12);
        assertThat(HoursLedger.isIntact(ledger.of(learner))).isTrue();
    }

    @Test
    void theDatabaseRefusesToChangeWhatIsEntered() {
        append();
        for (var statement : List.of(
                "update completion.ledger set seconds = 5400",
                "delete from completion.ledger",
                "truncate completion.ledger")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(statement).update())
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void aChangeBehindTheTriggersIsNoticed() {
        append();
        append();
        transactions.executeWithoutResult(status -> {
            jdbc.sql("alter table completion.ledger disable trigger user").update();
            jdbc.sql("update completion.ledger set seconds = 5400 where person_id = :person and number = 1")
                    .param("person", UUID.fromString(learner.toString()))
                    .update();
            assertThat(HoursLedger.isIntact(ledger.of(learner))).isFalse();
            status.setRollbackOnly();
        });
        assertThat(HoursLedger.isIntact(ledger.of(learner))).isTrue();
    }

    private boolean append() {
        transactions.executeWithoutResult(status ->
                ledger.append(learner, EnrolmentId.next(), 2700, "COURSE_COMPLETED", Instant.EPOCH.plusSeconds(1)));
        return true;
    }
}
