package academy.artisan.lms.search.index;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.search.index.IndexWork.Task;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administrators have indices rebuilt or checked, and see how far that is. */
@Service
class IndexWorks {

    private final Indices indices;
    private final IndexWorkRecords records;
    private final AuditTrail trail;
    private final Clock clock;

    IndexWorks(Indices indices, IndexWorkRecords records, AuditTrail trail, Clock clock) {
        this.indices = indices;
        this.records = records;
        this.trail = trail;
        this.clock = clock;
    }

    /** Begins within seconds. What is asked for already is not asked for once more. */
    @Transactional
    public IndexWork ask(Caller caller, Task task, String index) {
        caller.requireAdmin();
        if (!indices.isKnown(index)) {
            throw new InvalidFields(
                    "index",
                    "Known",
                    "must be one of "
                            + String.join(
                                    ", ",
                                    indices.contents().stream()
                                            .map(Contents::name)
                                            .sorted()
                                            .toList()));
        }
        var expected = indices.contents(index).count();
        var id = records.ask(index, task, caller.personId(), expected, clock.instant());
        trail.record(
                caller.personId(),
                task == Task.REBUILD ? "index-rebuilt" : "index-checked",
                Subject.of("index-work", id),
                Map.of("index", index));
        return found(records.find(id), id);
    }

    IndexWork get(Caller caller, Task task, IndexWorkId id) {
        caller.requireAdmin();
        return found(records.find(id).filter(work -> work.task() == task), id);
    }

    private static IndexWork found(Optional<IndexWork> work, IndexWorkId id) {
        return work.orElseThrow(() -> new NotFound("work on an index", id));
    }

    /** Newest first. */
    Page<IndexWork> page(Caller caller, Task task, @Nullable IndexWorkId after, int limit) {
        caller.requireAdmin();
        return Page.cut(
                records.before(after, task, limit + 1),
                limit,
                work -> work.workId().toString());
    }
}
