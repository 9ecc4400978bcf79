package academy.artisan.lms.bench.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Published courses, written straight into PostgreSQL; most of them for everyone, the rest shared with a unit. */
record Catalogue(Connections connections) {

    static final int COURSES = Integer.getInteger("courses", 100_000);

    private static final int BATCH = 500;
    private static final int AT_ONCE = 2;

    /** What tells them from others. */
    private static final String NOTE = "bench";

    /** Where to write. */
    interface Connections {
        Connection open() throws SQLException;
    }

    static String size() {
        return "%d courses, %d paragraphs".formatted(COURSES, COURSES * Writing.PARAGRAPHS);
    }

    void write(Words words) throws Exception {
        try (var sql = connections.open()) {
            var writing = new Writing(words, groups(sql), Instant.now());
            writeVersions(writing);
            run(sql, """
                    insert into course.sharing (course_id, everyone, unit_ids, revision, changed_at, changed_by)
                    select course_id, false, array[units[number / 8 %% cardinality(units) + 1]], 1, published_at, published_by
                    from (select *, row_number() over (order by course_id) as number from course.version where note = '%1$s'),
                         (select array_agg(unit_id order by path) as units from organization.unit)
                    where number %% 8 = 0
                    """.formatted(NOTE));
            run(sql, """
                    insert into course.open_course (course_id, version, change, audience)
                    select course_id, 1, 1, course.audience_of(course_id, group_id) from course.version where note = '%s'
                    """.formatted(NOTE));
            run(sql, "vacuum analyze course.version, course.open_course, course.sharing");
        }
    }

    /** What many searched for, so that it is suggested. */
    void rememberQueries(List<String> queries) throws SQLException {
        try (var sql = connections.open();
                var command = sql.prepareStatement("""
                        insert into search.query_day (day, query, field, searches, hits, last_asked_at)
                        select current_date - 1, query, '', 100, 10, now() from unnest(?) as query
                        """)) {
            command.setArray(1, sql.createArrayOf("text", queries.toArray()));
            command.execute();
        }
    }

    private void writeVersions(Writing writing) throws InterruptedException, ExecutionException {
        var batches = Math.ceilDiv(COURSES, BATCH);
        try (var writers = Executors.newFixedThreadPool(AT_ONCE)) {
            var shares = IntStream.range(0, AT_ONCE)
                    .<Callable<Void>>mapToObj(share -> () -> {
                        writeVersions(writing, IntStream.range(0, batches).filter(batch -> batch % AT_ONCE == share));
                        return null;
                    })
                    .toList();
            for (var share : writers.invokeAll(shares)) {
                share.get();
            }
        }
    }

    private void writeVersions(Writing writing, IntStream batches) throws SQLException {
        try (var sql = connections.open()) {
            run(sql, "set synchronous_commit = off");
            for (var batch : batches.toArray()) {
                writeVersions(
                        sql,
                        IntStream.range(batch * BATCH, Math.min(COURSES, (batch + 1) * BATCH))
                                .mapToObj(writing::course)
                                .toList());
            }
        }
    }

    private static void writeVersions(Connection sql, List<Course> courses) throws SQLException {
        try (var command = sql.prepareStatement("""
                insert into course.version
                    (course_id, version, group_id, content, digest, frozen, published_at, published_by, note)
                select course_id, 1, group_id, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), frozen::jsonb,
                       published_at, (select person_id from identity.person where username = 'author1'), '%s'
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
                         as written (course_id, group_id, content, frozen, published_at)
                """.formatted(NOTE))) {
            command.setArray(
                    1,
                    sql.createArrayOf(
                            "uuid", courses.stream().map(Course::courseId).toArray()));
            command.setArray(
                    2,
                    sql.createArrayOf(
                            "uuid", courses.stream().map(Course::groupId).toArray()));
            command.setArray(
                    3,
                    sql.createArrayOf(
                            "text", courses.stream().map(Course::content).toArray()));
            command.setArray(
                    4,
                    sql.createArrayOf(
                            "text", courses.stream().map(Course::frozen).toArray()));
            command.setArray(
                    5,
                    sql.createArrayOf(
                            "timestamptz",
                            courses.stream()
                                    .map(course -> course.publishedAt()
                                            .atOffset(ZoneOffset.UTC)
                                            .toString())
                                    .toArray()));
            command.execute();
        }
    }

    private static List<Writing.Group> groups(Connection sql) throws SQLException {
        var groups = new ArrayList<Writing.Group>();
        try (var command = sql.createStatement();
                var rows = command.executeQuery(
                        "select group_id, name, field from authoring.teaching_group order by position")) {
            while (rows.next()) {
                groups.add(new Writing.Group(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
            }
        }
        return groups;
    }

    private static void run(Connection sql, String statement) throws SQLException {
        try (var command = sql.createStatement()) {
            command.execute(statement);
        }
    }
}
