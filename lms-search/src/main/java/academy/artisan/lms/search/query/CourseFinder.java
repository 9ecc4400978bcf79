package academy.artisan.lms.search.query;

import academy.artisan.lms.organization.Units;
import academy.artisan.lms.search.elasticsearch.Fallback;
import academy.artisan.lms.search.query.CourseQuery.Scope;
import org.springframework.stereotype.Service;

/** Finds courses, whether Elasticsearch is there or not. */
@Service
class CourseFinder {

    private final CourseSearch search;
    private final ReducedSearch reduced;
    private final Fallback fallback;
    private final Units units;

    CourseFinder(CourseSearch search, ReducedSearch reduced, Fallback fallback, Units units) {
        this.search = search;
        this.reduced = reduced;
        this.fallback = fallback;
        this.units = units;
    }

    /**
     * One page of them; names of units cost a statement, if any of what is found is shared with some.
     *
     * @throws SearchUnavailable if the index is away and it is a further page, as what came before was found in another
     *     way; or it is of drafts, which are nowhere else
     */
    FoundCourses find(CourseQuery query) {
        var found = query.after() == null && query.scope() == Scope.CATALOG
                ? fallback.ask(() -> search.find(query), () -> reduced.find(query))
                : search.find(query);
        return found.withUnits(units::names);
    }
}
