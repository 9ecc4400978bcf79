package academy.artisan.lms.search.index;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.search.index.CourseIndex.Held;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares an index with the catalogue, page by page in order of id, and makes it equal. */
@Component
class IndexRepair {

    private static final Logger log = LoggerFactory.getLogger(IndexRepair.class);
    private static final int PAGE = 200;
    private static final int FEW = 5;

    private final Catalog catalog;
    private final CourseDocuments documents;
    private final CourseIndex index;

    IndexRepair(Catalog catalog, CourseDocuments documents, CourseIndex index) {
        this.catalog = catalog;
        this.documents = documents;
        this.index = index;
    }

    void run(String name) {
        var page = catalog.after(null, PAGE);
        CourseId after = null;
        while (page.size() == PAGE) {
            var last = page.getLast().course().courseId();
            compare(name, page, after, last);
            after = last;
            page = catalog.after(after, PAGE);
        }
        compare(name, page, after, null);
    }

    private void compare(String name, List<Listing> published, @Nullable CourseId after, @Nullable CourseId last) {
        var indexed = index.heldBetween(name, after, last);
        var learners = documents.countLearners(published);
        var outdated = documents.of(
                published.stream()
                        .filter(listing -> isOutdated(
                                indexed.get(listing.course().courseId()),
                                listing,
                                learners.getOrDefault(listing.course().courseId(), 0)))
                        .toList(),
                learners);
        var gone = gone(published, indexed);
        if (!outdated.isEmpty() || !gone.isEmpty()) {
            index.put(name, outdated);
            index.remove(name, gone);
            log.info("Repaired the search index {}: {} courses added, {} removed", name, outdated.size(), gone.size());
        }
    }

    /** How many take a course matters little, so that it matters little to be behind by a few. */
    private static boolean isOutdated(@Nullable Held held, Listing listing, int learners) {
        return held == null
                || held.change() < listing.change()
                || held.learners() == Held.UNKNOWN
                || Math.abs(held.learners() - learners) > FEW + held.learners() / 10;
    }

    /** Courses that are indexed only; the catalogue is asked again, as some may have been published since. */
    private Map<CourseId, Long> gone(List<Listing> published, Map<CourseId, Held> indexed) {
        var known =
                published.stream().map(listing -> listing.course().courseId()).collect(Collectors.toSet());
        return indexed.entrySet().stream()
                .filter(course -> !known.contains(course.getKey()))
                .filter(course -> catalog.find(course.getKey()).isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, course -> course.getValue().change()));
    }
}
