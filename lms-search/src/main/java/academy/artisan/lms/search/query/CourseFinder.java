package academy.artisan.lms.search.query;

import academy.artisan.lms.search.elasticsearch.Fallback;
import org.springframework.stereotype.Service;

/** Finds courses, whether Elasticsearch is there or not. */
@Service
class CourseFinder {

    private final CourseSearch search;
    private final ReducedSearch reduced;
    private final Fallback fallback;

    CourseFinder(CourseSearch search, ReducedSearch reduced, Fallback fallback) {
        this.search = search;
        this.reduced = reduced;
        this.fallback = fallback;
    }

    /** @throws SearchUnavailable for a further page, too: what came before it was found in another way */
    FoundCourses find(CourseQuery query) {
        return query.after() == null
                ? fallback.ask(() -> search.find(query), () -> reduced.find(query))
                : search.find(query);
    }
}
