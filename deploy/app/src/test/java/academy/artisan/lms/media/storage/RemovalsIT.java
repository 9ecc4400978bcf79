package academy.artisan.lms.media.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import academy.artisan.lms.media.storage.ObjectStore.NewObject;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Removals of the day after tomorrow, which the application itself has no reason to touch yet. */
@StackTest
class RemovalsIT {

    private static final Clock THEN = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private FaultyStore store;
    private Removals removals;

    @BeforeEach
    void open() {
        store = new FaultyStore(context);
        removals = at(THEN);
    }

    private Removals at(Clock clock) {
        return new Removals(jdbc, store, clock);
    }

    @Test
    void whatTheStoreRefusesIsPutOffLongerEachTimeAndStopsNothing() throws Exception {
        var refused = noted();
        var other = noted();
        store.refuse(refused);

        removals.removeDue();
        assertThat(store.size(other + "a")).isEmpty();
        assertThat(isNoted(other)).isFalse();
        assertThat(pause(refused, THEN)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61));

        var later = Clock.offset(THEN, Duration.ofMinutes(2));
        at(later).removeDue();
        assertThat(pause(refused, later)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(121));
        at(later).cancel(refused);
        assertThat(isNoted(refused)).isFalse();
        assertThat(store.size(refused + "a")).hasValue(1);
    }

    @Test
    void nothingIsHeldWhileTheStoreWorksButNobodyElseDoesTheSameOrPutsSomethingThere() throws Exception {
        var prefix = noted();
        store.precede(prefix, () -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            assertThatIllegalStateException().isThrownBy(() -> removals.cancel(prefix));
            store.refuse(prefix);
            removals.removeDue();
        });

        removals.removeDue();
        assertThat(isNoted(prefix)).isFalse();
        assertThat(store.size(prefix + "a")).isEmpty();
        removals.cancel(prefix);
    }

    @Test
    void whatAKilledNodeHadBegunIsDoneByAnotherAnHourLater() throws Exception {
        var prefix = noted();
        store.precede(prefix, () -> {
            throw new Killed();
        });
        assertThatExceptionOfType(Killed.class).isThrownBy(removals::removeDue);
        store.precede(prefix, () -> {});

        removals.removeDue();
        assertThat(store.size(prefix + "a")).hasValue(1);
        at(Clock.offset(THEN, Removals.LONGEST.plusSeconds(1))).removeDue();
        assertThat(store.size(prefix + "a")).isEmpty();
        assertThat(isNoted(prefix)).isFalse();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A prefix with one object of one byte, to be removed. */
    private String noted() throws Exception {
        var prefix = "removals/%s/".formatted(Ids.next());
        store.put(List.of(new NewObject(prefix + "a", Files.write(folder.resolve("a"), new byte[1]), "text/plain")));
        removals.note(prefix);
        return prefix;
    }

    private boolean isNoted(String prefix) {
        return jdbc.sql("select exists (select from media.removal where key_prefix = :prefix)")
                .param("prefix", prefix)
                .query(Boolean.class)
                .single();
    }

    private Duration pause(String prefix, Clock clock) {
        Instant dueAt = jdbc.sql("select due_at from media.removal where key_prefix = :prefix")
                .param("prefix", prefix)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return Duration.between(clock.instant(), dueAt);
    }
}
