package academy.artisan.lms.search.index;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import academy.artisan.lms.search.index.IndexWork.Found;
import academy.artisan.lms.search.index.IndexWork.Task;
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
        for (var work = records.take(contents.name()); work.isPresent(); work = records.take(contents.name())) {
            run(contents, work.get());
        }
    }

    private void run(Contents contents, IndexWork work) {
        try {
            if (work.task() == Task.REBUILD) {
                rebuild(contents, work);
            } else {
                check(contents, work);
            }
        } catch (SearchUnavailable away) {
            records.putOff(work.workId(), String.valueOf(away.getMessage()), AWAY);
            throw away;
        } catch (RuntimeException failure) {
            records.putOff(work.workId(), String.valueOf(failure.getMessage()), FAULT);
            log.error("The {} of the index {} did not go on", work.task(), work.index(), failure);
        }
    }

    private void rebuild(Contents contents, IndexWork work) {
        var index = indices.of(contents.name());
        var definition = indices.definition(contents);
        var name = index.nameOf(definition, apart(work.workId()));
        boolean isNew = index.create(name, definition);
        var filling = new IndexFilling(contents, index, name);
        boolean isOurs = filling.run(
                isNew ? null : work.after(),
                isNew ? 0 : work.done(),
                (after, done) -> records.goOn(work.workId(), after, done, Found.NOTHING));
        if (isOurs) {
            index.swapTo(name);
            records.end(work.workId(), clock.instant());
            log.info("The index {} is {} from now on", index.alias(), name);
        }
    }

    private void check(Contents contents, IndexWork work) {
        var comparison = new IndexComparison(contents, indices.of(contents.name()));
        var after = work.after();
        var done = work.done();
        var found = work.found();
        List<Entry> page;
        do {
            page = contents.after(after);
            CourseId last =
                    page.size() < contents.pageSize() ? null : page.getLast().courseId();
            found = found.and(comparison.repair(page, after, last));
            after = last;
            done += page.size();
            if (!records.goOn(work.workId(), after, done, found)) {
                return;
            }
        } while (after != null);
        records.end(work.workId(), clock.instant());
        if (found.total() > 0) {
            log.warn(
                    "The index of {} differed and is repaired: {} missing, {} outdated, {} surplus",
                    contents.name(),
                    found.missing(),
                    found.outdated(),
                    found.surplus());
        }
    }

    /** The end of an id is its random part. */
    private static String apart(IndexWorkId id) {
        var text = id.toString();
        return text.substring(text.length() - APART);
    }
}
