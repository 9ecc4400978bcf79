package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** Makes documents of courses and of what else is known of them. */
@Component
class CourseDocuments {

    private final Enrolments enrolments;

    CourseDocuments(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /** One SQL statement for all of them. */
    List<CourseDocument> of(Collection<Listing> listings) {
        return of(listings, countLearners(listings));
    }

    Map<CourseId, Integer> countLearners(Collection<Listing> listings) {
        return enrolments.countLearners(
                listings.stream().map(listing -> listing.course().courseId()).toList());
    }

    List<CourseDocument> of(Collection<Listing> listings, Map<CourseId, Integer> learners) {
        return listings.stream()
                .map(listing -> CourseDocument.of(
                        listing, learners.getOrDefault(listing.course().courseId(), 0)))
                .toList();
    }
}
