package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.enrolment.Enrolments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open courses, and how many take each. */
@Component
public class CourseContents implements Contents {

    public static final String NAME = "courses";

    private final Catalog catalog;
    private final Enrolments enrolments;
    private final ReadingTime time;

    CourseContents(Catalog catalog, Enrolments enrolments, ReadingTime time) {
        this.catalog = catalog;
        this.enrolments = enrolments;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long count() {
        return catalog.count();
    }

    @Override
    public List<Entry> after(@Nullable CourseId after) {
        var version = time.now();
        return entries(version, catalog.after(after, pageSize()));
    }

    @Override
    public Entry of(CourseId courseId) {
        var version = time.now();
        return catalog.listing(courseId)
                .filter(listing -> !listing.isWithdrawn())
                .map(listing -> entries(version, List.of(listing)).getFirst())
                .orElseGet(() -> Entry.gone(courseId, version));
    }

    private List<Entry> entries(long version, List<Listing> listings) {
        var learners = countLearners(
                listings.stream().map(listing -> listing.course().courseId()).toList());
        return listings.stream()
                .map(listing -> entry(
                        version, listing, learners.getOrDefault(listing.course().courseId(), 0)))
                .toList();
    }

    Map<CourseId, Integer> countLearners(Collection<CourseId> courses) {
        return enrolments.countLearners(courses);
    }

    static Entry entry(long version, Listing listing, int learners) {
        return Entry.of(
                listing.course().courseId(),
                version,
                CourseDocument.of(listing),
                Map.of(CourseDocument.LEARNERS, learners));
    }
}
