package academy.artisan.lms.search.log;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseViewer;
import academy.artisan.lms.support.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which results of searches are opened; whoever has the id of a search may tell. */
@Service
class Clicks {

    /** A search is known by the hour only, so that clicks are taken for one to two hours. */
    private static final Duration TAKEN_FOR = Duration.ofHours(2);

    private static final int MOST_OF_A_SEARCH = 50;

    private final JdbcClient jdbc;
    private final LogWriter writer;
    private final ZoneId zone;
    private final Clock clock;

    Clicks(JdbcClient jdbc, LogWriter writer, @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Notes that a course was opened from the results; once for each search, however often it is told.
     *
     * @param position from 1
     * @throws NotFound if there is no such search (any more), or no such course that the viewer may open
     */
    void note(SearchId searchId, CourseViewer viewer, CourseId courseId, int position) {
        if (!add(searchId, viewer, courseId, position)) {
            writer.write();
            if (!add(searchId, viewer, courseId, position)) {
                throw new NotFound("search", searchId);
            }
        }
    }

    /** Days are counted up in the order in which they are when searches are counted. */
    private boolean add(SearchId searchId, CourseViewer viewer, CourseId courseId, int position) {
        return jdbc.sql("""
                        with asked as (
                            select search_id, (asked_at at time zone :zone)::date as day, query, filters
                            from search.logged_search where search_id = :search and asked_at > :since
                              and exists (select from search.shelved_course
                                          where course_id = :course and open and audience && :audiences::text[])
                        ), clicked as (
                            insert into search.logged_click (search_id, course_id, position)
                            select search_id, :course, :position from asked
                            where (select count(*) from search.logged_click where search_id = :search) < :most
                            on conflict do nothing returning search_id
                        ), line as (
                            select known.day, known.query, known.field
                            from clicked join asked using (search_id) join search.query_day known using (day, query)
                            where known.field = '' or asked.filters -> 'field' @> to_jsonb(known.field)
                            order by known.field for update of known
                        ), counted as (
                            update search.query_day known
                            set clicks = known.clicks + 1, position_sum = known.position_sum + :position
                            from line
                            where (known.day, known.query, known.field) = (line.day, line.query, line.field)
                        )
                        select exists (select from asked)
                        """)
                .param("zone", zone.getId())
                .param("search", searchId.value())
                .param("since", clock.instant().minus(TAKEN_FOR).atOffset(ZoneOffset.UTC))
                .param("course", courseId.value())
                .param("audiences", viewer.audiences().toArray(String[]::new))
                .param("position", position)
                .param("most", MOST_OF_A_SEARCH)
                .query(Boolean.class)
                .single();
    }
}
