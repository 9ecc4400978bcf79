package academy.artisan.lms.search.index;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.index.SearchIndex.Held;
import org.springframework.stereotype.Component;

/** Brings up to date how many take each course, by which the index ranks, where that has changed by much. */
@Component
class LearnerCounts {

    private static final int FEW = 5;
    private static final int BATCH = 1000;

    private final Catalog catalog;
    private final CourseContents contents;
    private final SearchIndex index;

    LearnerCounts(Catalog catalog, CourseContents contents, Indices indices) {
        this.catalog = catalog;
        this.contents = contents;
        this.index = indices.of(contents.name());
    }

    /** @throws SearchUnavailable if the index is away; the next time will do */
    void bringUpToDate() {
        for (var batch = catalog.idsAfter(null, BATCH);
                !batch.isEmpty();
                batch = catalog.idsAfter(batch.getLast(), BATCH)) {
            bringUpToDate(batch);
        }
    }

    private void bringUpToDate(List<CourseId> courses) {
        var learners = contents.countLearners(courses);
        var outdated = index.heldOf(index.alias(), courses).entrySet().stream()
                .filter(held -> isOutdated(held.getValue(), learners.getOrDefault(held.getKey(), 0)))
                .map(Map.Entry::getKey)
                .toList();
        if (!outdated.isEmpty()) {
            index.put(contents.of(outdated));
        }
    }

    private static boolean isOutdated(Held held, int learners) {
        return !held.isGone() && Math.abs(held.learners() - learners) > FEW + held.learners() / 10;
    }
}
