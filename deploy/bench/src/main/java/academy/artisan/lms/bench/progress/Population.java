package academy.artisan.lms.bench.progress;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.bench.Client;

/** As many people as the academy has, with courses and progress, written straight into PostgreSQL. */
record Population(Connection sql, List<UUID> courses, List<UUID> lessons) {

    private static final int PEOPLE = Integer.getInteger("people", 250_000);
    static final int LESSON_SECONDS = 2700;

    /** What each of them saw of each lesson before. */
    static final int SEEN_SECONDS = 180;

    private static final int COURSES = 4;
    private static final int LESSONS = 3;

    static String size() {
        return "%d people, %d enrolments, %d lesson records"
                .formatted(PEOPLE, PEOPLE * COURSES, PEOPLE * COURSES * LESSONS);
    }

    /** Of these published courses, each of which has three lessons. */
    static Population of(Connection sql, Client reader, List<String> courseIds) throws SQLException {
        var lessons = new ArrayList<UUID>();
        for (var course : courseIds) {
            for (var lesson : reader.get("/api/v1/catalog/courses/" + course).at("/sections/0/lessons")) {
                lessons.add(UUID.fromString(lesson.path("id").asString()));
            }
        }
        var population =
                new Population(sql, courseIds.stream().map(UUID::fromString).toList(), lessons);
        if (lessons.size() != COURSES * LESSONS) {
            throw new IllegalStateException("Other lessons than expected: " + lessons);
        }
        population.write();
        return population;
    }

    private void write() throws SQLException {
        run("""
                create unlogged table public.bench_learner as
                select n, gen_random_uuid() as person_id from generate_series(1, %d) n""".formatted(PEOPLE));
        run("""
                insert into identity.person
                select person_id, 'bench' || n, '学员' || n, '{noop}', now() from public.bench_learner""");
        run("""
                insert into organization.member
                select person_id, (select unit_id from organization.unit where kind = 'EMPLOYER' order by name limit 1),
                       'B' || n
                from public.bench_learner""");
        run("""
                insert into enrolment.enrolment (enrolment_id, person_id, course_id, version, enrolled_at)
                select gen_random_uuid(), person_id, course, 1, now()
                from public.bench_learner, unnest(array['%s', '%s', '%s', '%s']::uuid[]) course
                """.formatted(courses.toArray()));
        run("""
                insert into progress.lesson_progress
                    (person_id, enrolment_id, lesson_id, coverage, covered_seconds, position_seconds, changed_at)
                select person_id, enrolment_id, lesson, '{[0,180)}', 180, 180, now() - interval '1 day'
                from enrolment.enrolment join unnest(array['%s', '%s', '%s', '%s']::uuid[],
                         array['%s', '%s', '%s', '%s']::uuid[], array['%s', '%s', '%s', '%s']::uuid[],
                         array['%s', '%s', '%s', '%s']::uuid[]) as taught (course_id, one, two, three) using (course_id),
                     unnest(array[one, two, three]) lesson
                where person_id in (select person_id from public.bench_learner)
                """.formatted(columns()));
        run("vacuum analyze");
    }

    private Object[] columns() {
        var all = new ArrayList<Object>(courses);
        for (var column = 0; column < LESSONS; column++) {
            for (var course = 0; course < COURSES; course++) {
                all.add(lessons.get(course * LESSONS + column));
            }
        }
        return all.toArray();
    }

    private void run(String statement) throws SQLException {
        try (var command = sql.createStatement()) {
            command.execute(statement);
        }
    }

    /** So many of them, each with that lesson open since a moment ago. */
    List<Learner> opening(int count, int whichLesson) throws SQLException {
        var course = courses.get(whichLesson / LESSONS);
        var lesson = lessons.get(whichLesson);
        var learners = new ArrayList<Learner>(count);
        try (var command = sql.prepareStatement("""
                insert into progress.playback (playback_id, person_id, enrolment_id, lesson_id, opened_at)
                select uuidv7(), person_id, enrolment_id, ?, now() from (
                    select person_id, enrolment_id from enrolment.enrolment join public.bench_learner using (person_id)
                    where course_id = ? order by n limit ?) learner
                returning playback_id, person_id, enrolment_id""")) {
            command.setObject(1, lesson);
            command.setObject(2, course);
            command.setInt(3, count);
            try (var rows = command.executeQuery()) {
                while (rows.next()) {
                    learners.add(new Learner(
                            rows.getObject(2, UUID.class),
                            rows.getObject(3, UUID.class),
                            course,
                            lesson,
                            rows.getObject(1, UUID.class)));
                }
            }
        }
        return learners;
    }

    /** How many transactions PostgreSQL has committed so far. */
    long transactions() throws SQLException {
        return number("select xact_commit from pg_stat_database where datname = current_database()");
    }

    /** How many events wait for one of their listeners. */
    long unheardEvents() {
        try {
            return number("select count(*) from public.event_publication where completion_date is null");
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    long number(String query) throws SQLException {
        try (var command = sql.createStatement();
                var row = command.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
