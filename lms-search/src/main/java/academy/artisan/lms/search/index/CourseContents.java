package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** The open courses, and how many take each. */
@Component
public class CourseContents extends CatalogContents {

    public static final String NAME = "courses";

    private final Enrolments enrolments;

    CourseContents(Catalog catalog, Enrolments enrolments, ReadingTime time) {
        super(catalog, time);
        this.enrolments = enrolments;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    protected List<Entry> entries(long version, List<Listing> listings) {
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
