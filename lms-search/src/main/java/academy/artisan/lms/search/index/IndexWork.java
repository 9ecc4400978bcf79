package academy.artisan.lms.search.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * The rebuilding or the check of an index, as far as it is.
 *
 * @param expected about how many courses there are
 * @param done how many of them were read so far
 * @param found what differed and was repaired
 * @param failure why it did not go on last time; it is tried again until it ends
 */
record IndexWork(
        IndexWorkId workId,
        String index,
        Task task,
        State state,
        Instant askedAt,
        @Nullable PersonId askedBy,
        long expected,
        long done,
        @JsonIgnore @Nullable CourseId after,
        Found found,
        @Nullable String failure,
        @Nullable Instant endedAt) {

    /** What is to be done. */
    enum Task {
        /** A new index is filled beside the one that serves, and takes its place. */
        REBUILD,
        /** Index and database are compared, and the index is repaired. */
        CHECK
    }

    /** How far it is. */
    enum State {
        WAITING,
        RUNNING,
        ENDED
    }

    /** In what way the index was not as the database. */
    enum Kind {
        MISSING,
        OUTDATED,
        SURPLUS,
        /** Elasticsearch does not take it, and never will as it stands: it is not found. */
        REFUSED
    }

    /** One course of which the index was not as the database. */
    record Difference(CourseId courseId, Kind kind) {}

    /**
     * What differed.
     *
     * @param differences the first ones, and before all others what is refused, which is not counted
     */
    record Found(long missing, long outdated, long surplus, List<Difference> differences) {

        static final Found NOTHING = new Found(0, 0, 0, List.of());

        static final int MOST_NAMED = 100;

        Found and(List<Difference> more) {
            return new Found(
                    missing + count(more, Kind.MISSING),
                    outdated + count(more, Kind.OUTDATED),
                    surplus + count(more, Kind.SURPLUS),
                    Stream.concat(differences.stream(), more.stream())
                            .sorted(Comparator.comparing(one -> one.kind() != Kind.REFUSED))
                            .limit(MOST_NAMED)
                            .toList());
        }

        private static long count(List<Difference> all, Kind kind) {
            return all.stream().filter(one -> one.kind() == kind).count();
        }

        long total() {
            return missing + outdated + surplus;
        }
    }
}
