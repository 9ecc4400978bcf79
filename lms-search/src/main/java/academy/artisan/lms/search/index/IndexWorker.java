package academy.artisan.lms.search.index;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import academy.artisan.lms.search.index.IndexWork.Difference;
import academy.artisan.lms.search.index.IndexWork.Found;
import academy.artisan.lms.search.index.IndexWork.Kind;
import academy.artisan.lms.search.index.IndexWork.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does the work on indices that is asked for, each step on record, so that it goes on from there if it is cut off. */
@Component
class IndexWorker {

    private static final Logger log = LoggerFactory.getLogger(IndexWorker.class);
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration FAULT = Duration.ofMinutes(1);
    private static final int APART = 8;

    private final Indices indices;
    private final IndexWorkRecords records;
    private final Clock clock;

    IndexWorker(Indices indices, IndexWorkRecords records, Clock clock) {
        this.indices = indices;
        this.records = records;
        this.clock = clock;
    }

    /** Does what there is to do for an index, unless others do it. */
    void workOn(Contents contents) {
        var work = records.take(contents.name());
        while (work.isPresent() && isDone(contents, work.get())) {
            work = records.take(contents.name());
        }
    }

    /** Does it, as far as it goes; answers false if it is left to a newer release. */
    private boolean isDone(Contents contents, IndexWork work) {
        try {
            if (indices.of(contents.name()).isNewerThan(indices.definition(contents))) {
                // An older one would make all that is there older, or take its place
                records.putOff(work.workId(), "The index is of a newer release", Duration.ZERO);
                return false;
            }
            run(contents, work);
        } catch (SearchUnavailable away) {
            records.putOff(work.workId(), String.valueOf(away.getMessage()), AWAY);
            throw away;
        } catch (RuntimeException failure) {
            records.putOff(work.workId(), String.valueOf(failure.getMessage()), FAULT);
            log.error("The {} of the index {} did not go on", work.task(), work.index(), failure);
        }
        return true;
    }

    private void run(Contents contents, IndexWork work) {
        if (work.task() == Task.REBUILD) {
            rebuild(contents, work);
        } else {
            check(contents, work);
        }
    }

    private void rebuild(Contents contents, IndexWork work) {
        var index = indices.of(contents.name());
        var definition = indices.definition(contents);
        var name = index.nameOf(definition, apart(work.workId()));
        boolean isNew = index.create(name, definition);
        var filling = new IndexFilling(contents, index, name);
        boolean isBegun = !isNew && work.after() != null;
        var steps = new Steps(work, isBegun ? work.found() : Found.NOTHING);
        boolean isOurs = filling.run(
                isBegun ? work.after() : null,
                isBegun ? work.done() : 0,
                (after, done, refused) -> steps.goOn(
                        after,
                        done,
                        refused.stream()
                                .map(course -> new Difference(course, Kind.REFUSED))
                                .toList()));
        if (isOurs) {
            steps.requireThatMostAreIn(index, name);
            index.swapTo(name);
            records.end(work.workId(), clock.instant());
            log.info("The index {} is {} from now on", index.alias(), name);
        }
    }

    private void check(Contents contents, IndexWork work) {
        var comparison = new IndexComparison(contents, indices.of(contents.name()));
        var steps = new Steps(work, work.found());
        var after = work.after();
        var done = work.done();
        List<Entry> page;
        do {
            page = contents.after(after);
            CourseId last =
                    page.size() < contents.pageSize() ? null : page.getLast().courseId();
            for (var portion : portions(comparison.suspects(page, after, last), contents.pageSize())) {
                if (!steps.goOn(after, done, comparison.repair(portion))) {
                    return;
                }
            }
            after = last;
            done += page.size();
            if (!steps.goOn(after, done, List.of())) {
                return;
            }
        } while (after != null);
        records.end(work.workId(), clock.instant());
        steps.tellWhatDiffered();
    }

    private static List<List<CourseId>> portions(Collection<CourseId> courses, int size) {
        return courses.stream().gather(Gatherers.windowFixed(size)).toList();
    }

    /** The steps of one work, and what was found by them. */
    private final class Steps {

        private final IndexWork work;
        private Found found;
        private long done;

        private Steps(IndexWork work, Found found) {
            this.work = work;
            this.found = found;
        }

        /** Notes one; answers false if somebody else has done the work. */
        private boolean goOn(@Nullable CourseId after, long doneSoFar, List<Difference> differences) {
            done = doneSoFar;
            found = found.and(differences);
            return records.goOn(work.workId(), after, done, found);
        }

        /** A course may be refused for what is in it; that most are can only be a fault of ours. */
        private void requireThatMostAreIn(SearchIndex index, String name) {
            index.refresh(name);
            if (index.count(name) < done / 2) {
                goOn(null, 0, List.of());
                throw new IllegalStateException("Elasticsearch refuses most courses");
            }
        }

        private void tellWhatDiffered() {
            if (found.total() > 0) {
                log.warn(
                        "The index of {} differed and is repaired: {} missing, {} outdated, {} surplus",
                        work.index(),
                        found.missing(),
                        found.outdated(),
                        found.surplus());
            }
        }
    }

    /** The end of an id is its random part. */
    private static String apart(IndexWorkId id) {
        var text = id.toString();
        return text.substring(text.length() - APART);
    }
}
