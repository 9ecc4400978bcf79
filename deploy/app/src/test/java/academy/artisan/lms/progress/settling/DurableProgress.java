package academy.artisan.lms.progress.settling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.Coverage;
import academy.artisan.lms.progress.Coverage.Range;
import academy.artisan.lms.progress.LessonProgress;
import academy.artisan.lms.progress.inflight.DirtyLesson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is durable of learners: PostgreSQL, or what stands in for it. */
interface DurableProgress {

    void write(List<Changed> changes);

    LessonProgress lesson(DirtyLesson lesson);

    Map<LocalDate, Integer> days(PersonId learner);

    /** The seconds that these playbacks were credited. */
    Coverage evidence(Collection<UUID> playbacks);

    /** For one learner, in memory: everything is united with what is there. */
    final class StandIn implements DurableProgress {

        private record Began(UUID playback, int from) {}

        private final Map<DirtyLesson, LessonProgress> lessons = new HashMap<>();
        private final Map<LocalDate, Integer> days = new TreeMap<>();
        private final Map<Began, Integer> stretches = new HashMap<>();

        @Override
        public void write(List<Changed> changes) {
            for (var change : changes) {
                lessons.put(change.lesson(), united(lesson(change.lesson()), change));
                change.stretches()
                        .forEach(stretch -> stretches.merge(
                                new Began(stretch.playback(), stretch.from()), stretch.to(), Math::max));
                change.days().forEach((day, seconds) -> days.merge(day, seconds, Math::max));
            }
        }

        private static LessonProgress united(LessonProgress known, Changed change) {
            var isNewer = !change.at().isBefore(known.changedAt());
            return new LessonProgress(
                    known.enrolmentId(),
                    known.lessonId(),
                    Coverage.of(Stream.of(known.coverage(), change.coverage())
                            .flatMap(coverage -> coverage.ranges().stream())
                            .toList()),
                    isNewer ? change.position() : known.positionSeconds(),
                    Math.max(known.watchedMillis(), change.watchedMillis()),
                    isNewer ? change.at() : known.changedAt());
        }

        @Override
        public LessonProgress lesson(DirtyLesson lesson) {
            return lessons.getOrDefault(lesson, LessonProgress.none(lesson.enrolment(), lesson.lesson()));
        }

        @Override
        public Map<LocalDate, Integer> days(PersonId learner) {
            return days;
        }

        @Override
        public Coverage evidence(Collection<UUID> playbacks) {
            return Coverage.of(stretches.entrySet().stream()
                    .filter(stretch -> playbacks.contains(stretch.getKey().playback()))
                    .map(stretch -> new Range(stretch.getKey().from(), stretch.getValue()))
                    .toList());
        }
    }

    /** PostgreSQL; what learners write at the same time is one batch. */
    final class InPostgres implements DurableProgress, AutoCloseable {

        private record Written(List<Changed> changes, CompletableFuture<Boolean> done) {}

        private static final int MOST_AT_ONCE = 250;

        private final Settled settled;
        private final LearningDays days;
        private final JdbcClient jdbc;
        private final BlockingQueue<Written> waiting = new LinkedBlockingQueue<>();
        private final Set<UUID> learners = new HashSet<>();
        private final Set<UUID> playbacks = new HashSet<>();
        private final Thread writer = Thread.ofPlatform().daemon().start(this::work);

        InPostgres(Settled settled, LearningDays days, JdbcClient jdbc) {
            this.settled = settled;
            this.days = days;
            this.jdbc = jdbc;
        }

        @Override
        public void write(List<Changed> changes) {
            var written = new Written(changes, new CompletableFuture<>());
            waiting.add(written);
            written.done().join();
        }

        private void work() {
            try {
                while (true) {
                    var batch = new ArrayList<Written>();
                    batch.add(waiting.take());
                    waiting.drainTo(batch, MOST_AT_ONCE - 1);
                    write(batch);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }

        private void write(Collection<Written> batch) {
            try {
                var changes =
                        batch.stream().flatMap(one -> one.changes().stream()).toList();
                changes.forEach(this::note);
                settled.write(changes);
                batch.forEach(one -> one.done().complete(true));
            } catch (RuntimeException failure) {
                batch.forEach(one -> one.done().completeExceptionally(failure));
            }
        }

        @Override
        public LessonProgress lesson(DirtyLesson lesson) {
            return settled.lessons(List.of(lesson.enrolment())).stream()
                    .filter(known -> known.lessonId().equals(lesson.lesson()))
                    .findFirst()
                    .orElseGet(() -> LessonProgress.none(lesson.enrolment(), lesson.lesson()));
        }

        @Override
        public Map<LocalDate, Integer> days(PersonId learner) {
            return days.since(learner, LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC));
        }

        @Override
        public Coverage evidence(Collection<UUID> playbacks) {
            return Coverage.of(jdbc.sql("""
                            select from_second, to_second from progress.credited_stretch
                            where playback_id = any(:playbacks)
                            """)
                    .param("playbacks", playbacks.toArray(UUID[]::new))
                    .query((row, ignored) -> new Range(row.getInt("from_second"), row.getInt("to_second")))
                    .list());
        }

        private void note(Changed change) {
            learners.add(change.lesson().learner().value());
            playbacks.add(change.playback().value());
            change.stretches().forEach(stretch -> playbacks.add(stretch.playback()));
            change.refusals().forEach(refused -> playbacks.add(refused.playback()));
            change.asked().forEach(asked -> playbacks.add(asked.playback()));
        }

        /** Other tests look at all that is in there. */
        @Override
        public void close() {
            writer.interrupt();
            delete("person_id", learners, "lesson_progress", "learning_day");
            delete("playback_id", playbacks, "credited_stretch", "refusal", "presence_check");
        }

        private void delete(String column, Set<UUID> ids, String... tables) {
            for (var table : tables) {
                jdbc.sql("delete from progress.%s where %s = any(:ids)".formatted(table, column))
                        .param("ids", ids.toArray(UUID[]::new))
                        .update();
            }
        }
    }
}
