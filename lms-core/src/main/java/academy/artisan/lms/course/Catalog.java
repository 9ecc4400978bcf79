package academy.artisan.lms.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The courses that learners can take: reads published versions. */
@Service
public class Catalog {

    private static final String LISTED = """
            select v.*, o.change, o.withdrawn_at, o.audience from course.open_course o join course.version v using (course_id, version)
            """;

    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest published version, unless the course is withdrawn. */
    public Optional<CourseVersion> find(CourseId courseId) {
        return listing(courseId).filter(listing -> !listing.isWithdrawn()).map(Listing::course);
    }

    /** The same, if the course is open to this viewer. */
    public Optional<CourseVersion> find(CourseId courseId, CourseViewer viewer) {
        return listing(courseId, viewer)
                .filter(listing -> !listing.isWithdrawn())
                .map(Listing::course);
    }

    public CourseVersion get(CourseId courseId, CourseViewer viewer) {
        return find(courseId, viewer).orElseThrow(() -> new NotFound("course", courseId));
    }

    /**
     * The course as it stands for whoever may begin it now.
     *
     * @throws NotFound if there is none that is open to this viewer
     * @throws CourseIsWithdrawn if nobody may begin the course
     */
    public Listing getToBegin(CourseId courseId, CourseViewer viewer) {
        var listing = listing(courseId, viewer).orElseThrow(() -> new NotFound("course", courseId));
        if (listing.isWithdrawn()) {
            throw new CourseIsWithdrawn();
        }
        return listing;
    }

    /** A course that was ever published, be it withdrawn or not. */
    public Optional<Listing> listing(CourseId courseId) {
        return jdbc.sql(LISTED + "where o.course_id = :course")
                .param("course", courseId.value())
                .query((row, ignored) -> listed(row))
                .optional();
    }

    /** The same, if the course is open to this viewer. */
    public Optional<Listing> listing(CourseId courseId, CourseViewer viewer) {
        return jdbc.sql(LISTED + "where o.course_id = :course and o.audience && :audiences::text[]")
                .param("course", courseId.value())
                .param("audiences", viewer.asArray())
                .query((row, ignored) -> listed(row))
                .optional();
    }

    /**
     * The version that this viewer takes who begins now; no other is published, and the course is open to nobody else,
     * until the transaction ends.
     *
     * @throws NotFound if there is none that is open to this viewer
     * @throws CourseIsWithdrawn if nobody may begin the course
     */
    public int versionToBegin(CourseId courseId, CourseViewer viewer) {
        record Open(int version, boolean isWithdrawn) {}
        var open = jdbc.sql("""
                        select version, withdrawn_at from course.open_course
                        where course_id = :course and audience && :audiences::text[] for share
                        """)
                .param("course", courseId.value())
                .param("audiences", viewer.asArray())
                .query((row, ignored) -> new Open(row.getInt("version"), row.getObject("withdrawn_at") != null))
                .optional()
                .orElseThrow(() -> new NotFound("course", courseId));
        if (open.isWithdrawn()) {
            throw new CourseIsWithdrawn();
        }
        return open.version();
    }

    /** A certain published version, be it the newest or not. */
    public CourseVersion get(CourseId courseId, int version) {
        return jdbc.sql("select * from course.version where course_id = :course and version = :version")
                .param("course", courseId.value())
                .param("version", version)
                .query((row, ignored) -> version(row))
                .optional()
                .orElseThrow(() -> new NotFound("course version", courseId + " " + version));
    }

    /** Certain published versions in order, in one query. */
    public List<CourseVersion> get(CourseId courseId, Collection<Integer> versions) {
        return jdbc.sql(
                        "select * from course.version where course_id = :course and version = any(:versions) order by version")
                .param("course", courseId.value())
                .param("versions", versions.toArray(Integer[]::new))
                .query((row, ignored) -> version(row))
                .list();
    }

    /** Certain published versions of any courses, in one query. */
    public Map<VersionNumber, CourseVersion> get(Collection<VersionNumber> numbers) {
        return jdbc
                .sql("""
                        select version.* from unnest(:courses::uuid[], :versions::int[]) as wanted (course_id, version)
                        join course.version using (course_id, version)
                        """)
                .param(
                        "courses",
                        numbers.stream()
                                .map(number -> number.courseId().value())
                                .toArray(UUID[]::new))
                .param("versions", numbers.stream().map(VersionNumber::version).toArray(Integer[]::new))
                .query((row, ignored) -> version(row))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        course -> new VersionNumber(course.courseId(), course.version()), Function.identity()));
    }

    /** Which version of which course. */
    public record VersionNumber(CourseId courseId, int version) {}

    /** What the authors wrote of a certain published version. */
    public CourseContent content(CourseId courseId, int version) {
        return jdbc.sql("select content from course.version where course_id = :course and version = :version")
                .param("course", courseId.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .map(CourseContent::of)
                .orElseThrow(() -> new NotFound("course version", courseId + " " + version));
    }

    /** Whether a version came from another installation: what was approved there was not approved here. */
    public boolean isImported(CourseId courseId, int version) {
        return jdbc.sql("""
                        select exists (select from course.version
                                       where course_id = :course and version = :version and imported_at is not null)
                        """)
                .param("course", courseId.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /**
     * The open courses in order of id, after the given one; for rebuilding what is derived from them. Both tables are
     * told where to begin: else PostgreSQL reads the versions of all courses before.
     */
    public List<Listing> after(@Nullable CourseId courseId, int limit) {
        return jdbc.sql(LISTED + """
                where o.withdrawn_at is null and o.course_id > :after and v.course_id > :after
                order by o.course_id limit :limit
                """)
                .param("after", courseId == null ? Ids.BEFORE_ALL : courseId.value())
                .param("limit", limit)
                .query((row, ignored) -> listed(row))
                .list();
    }

    /** Those of these courses that are open, in one query. */
    public List<Listing> openListings(Collection<CourseId> courses) {
        return jdbc.sql(LISTED + "where o.course_id = any(:courses) and o.withdrawn_at is null")
                .param("courses", courses.stream().map(CourseId::value).toArray(UUID[]::new))
                .query((row, ignored) -> listed(row))
                .list();
    }

    /** The open courses in order, as {@link #after}, by their ids alone. */
    public List<CourseId> idsAfter(@Nullable CourseId courseId, int limit) {
        return jdbc.sql("""
                        select course_id from course.open_course
                        where withdrawn_at is null and course_id > :after
                        order by course_id limit :limit
                        """)
                .param("after", courseId == null ? Ids.BEFORE_ALL : courseId.value())
                .param("limit", limit)
                .query((row, ignored) -> new CourseId(row.getObject("course_id", UUID.class)))
                .list();
    }

    /** How many courses are open. */
    public long count() {
        return jdbc.sql("select count(*) from course.open_course where withdrawn_at is null")
                .query(Long.class)
                .single();
    }

    /** The open courses whose newest version shows this video. */
    public List<CourseId> openWith(VideoId videoId) {
        return jdbc.sql("""
                        select course_id from course.version v join course.open_course o using (course_id, version)
                        where course.media_of(v.content) @> array[:video::uuid] and o.withdrawn_at is null
                        order by course_id
                        """)
                .param("video", videoId.value())
                .query((row, ignored) -> new CourseId(row.getObject("course_id", UUID.class)))
                .list();
    }

    /** Those of these courses that the viewer can begin now, in one light query. */
    public Set<CourseId> openAmong(Collection<CourseId> courses, CourseViewer viewer) {
        return jdbc.sql("""
                        select course_id from course.open_course
                        where course_id = any(:courses) and withdrawn_at is null and audience && :audiences::text[]
                        """)
                .param("courses", courses.stream().map(CourseId::value).toArray(UUID[]::new))
                .param("audiences", viewer.asArray())
                .query((row, ignored) -> new CourseId(row.getObject("course_id", UUID.class)))
                .set();
    }

    /** The titles of those of these courses that the viewer can begin now, in one query. */
    public Map<CourseId, String> titlesToBegin(Collection<CourseId> courses, CourseViewer viewer) {
        var titles = new HashMap<CourseId, String>();
        jdbc.sql("""
                select o.course_id, v.content::jsonb ->> 'title' as title
                from course.open_course o join course.version v using (course_id, version)
                where o.course_id = any(:courses) and o.withdrawn_at is null and o.audience && :audiences::text[]
                """)
                .param("courses", courses.stream().map(CourseId::value).toArray(UUID[]::new))
                .param("audiences", viewer.asArray())
                .query(row -> {
                    titles.put(new CourseId(row.getObject("course_id", UUID.class)), row.getString("title"));
                });
        return titles;
    }

    private static Listing listed(ResultSet row) throws SQLException {
        return new Listing(
                version(row), row.getObject("withdrawn_at") != null, row.getLong("change"), List.of((String[])
                        row.getArray("audience").getArray()));
    }

    /** The version that was published last, be it open or not. */
    public Optional<CourseVersion> latest(CourseId courseId) {
        return jdbc.sql("select * from course.version where course_id = :course order by version desc limit 1")
                .param("course", courseId.value())
                .query((row, ignored) -> version(row))
                .optional();
    }

    static CourseVersion version(ResultSet row) throws SQLException {
        return VersionReading.of(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getInt("version"),
                row.getString("digest"),
                new GroupId(row.getObject("group_id", UUID.class)),
                CourseContent.of(row.getString("content")),
                CanonicalJson.read(row.getString("frozen"), Frozen.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
