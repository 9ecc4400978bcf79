package academy.artisan.lms;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.testing.StackTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Installations from before keep what they know, and know what they did not say yet. */
@StackTest
class UpgradeIT {

    private static final UUID GROUP = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @Autowired
    Flyway flyway;

    @Autowired
    FlywayMigrationStrategy migrations;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient server;

    private final UUID course = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private DriverManagerDataSource database;
    private JdbcClient jdbc;

    @BeforeEach
    void createDatabase() {
        var name = "upgrade_" + course.toString().replace("-", "");
        server.sql("create database " + name).update();
        database = new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url").replaceFirst("/[^/]*$", "/" + name),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
        jdbc = JdbcClient.create(database);
    }

    private FluentConfiguration here() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(database)
                .baselineVersion("0")
                .baselineOnMigrate(true);
    }

    private void migrate(String feature, int version) {
        here().locations("classpath:db/migration/" + feature)
                .table("flyway_schema_history_" + feature)
                .target(Integer.toString(version))
                .load()
                .migrate();
    }

    private void upgrade() {
        migrations.migrate(here().load());
    }

    @Test
    void anInstallationOfTheFirstVersionKnowsWhatIsPublishedAndWhoHadAHandInIt() {
        List.of("course", "authoring", "enrolment", "completion", "compliance").forEach(feature -> migrate(feature, 1));
        draft(course, 5, "第二版");
        publish(course, "第一版", 3);
        var unchanged = UUID.randomUUID();
        draft(unchanged, 2, "只此一版");
        publish(unchanged, "只此一版", 2);
        var unpublished = UUID.randomUUID();
        draft(unpublished, 1, "草稿");
        var enrolment = learn();

        upgrade();

        assertThat(drafted(course)).isEqualTo(List.of(1, 3, sha256("第一版"), "DRAFT"));
        assertThat(drafted(unchanged)).isEqualTo(List.of(1, 2, sha256("只此一版"), "PUBLISHED"));
        assertThat(drafted(unpublished)).isEqualTo(List.of("DRAFT"));
        assertThat(one("select change from course.open_course where course_id = ?", course))
                .isEqualTo(1L);
        assertThat(one("select approvals::text from course.version where course_id = ?", course))
                .isEqualTo("[]");
        assertThat(one("select learners_in_progress from course.version where course_id = ?", course))
                .isEqualTo("KEEP");
        assertThat(one("select completed_at is not null from enrolment.enrolment where enrolment_id = ?", enrolment))
                .isEqualTo(true);
        assertThat(one("select generation from enrolment.enrolment where enrolment_id = ?", enrolment))
                .isEqualTo(1);
        assertThat(one("select generation || ' ' || version from compliance.training where person_id = ?", person))
                .isEqualTo("1 1");
        assertThat(one("select seconds from completion.completion where enrolment_id = ?", enrolment))
                .isEqualTo(2700);
    }

    @Test
    void progressFromBeforeEvidenceWasKeptIsKnownAsSuch() {
        migrate("progress", 2);
        jdbc.sql("""
                insert into progress.playback (playback_id, person_id, enrolment_id, lesson_id, opened_at, settled_at)
                values (?, ?, ?, ?, now(), now())
                """).params(List.of(UUID.randomUUID(), person, course, course)).update();
        jdbc.sql("insert into progress.lesson_progress values (?, ?, '{[0,30),[40,50)}', 40, 50, now())")
                .params(List.of(course, course))
                .update();

        upgrade();

        assertThat(one("select cause || seconds from progress.unproved_coverage where enrolment_id = ?", course))
                .isEqualTo("BEFORE_EVIDENCE{[0,30),[40,50)}");
        assertThat(one("select watched_millis from progress.lesson_progress where enrolment_id = ?", course))
                .isEqualTo(40_000L);
    }

    @Test
    void whatWasOpenedBeforeOpeningsWereCountedIsOlderThanWhatIsOpenedNow() {
        migrate("progress", 5);
        var ids = Stream.of(3, 1, 2).map(n -> new UUID(n, 0)).toList();
        ids.forEach(this::open);

        upgrade();
        open(new UUID(0, 0));

        assertThat(jdbc.sql(
                                "select playback_id from progress.playback where person_id = ? order by opening desc, playback_id desc")
                        .param(person)
                        .query(UUID.class)
                        .list())
                .containsExactly(new UUID(0, 0), new UUID(3, 0), new UUID(2, 0), new UUID(1, 0));
    }

    private void open(UUID playback) {
        jdbc.sql("""
                insert into progress.playback (playback_id, person_id, enrolment_id, lesson_id, opened_at)
                values (?, ?, ?, ?, now())
                """).params(List.of(playback, person, course, course)).update();
    }

    @Test
    void whatAWithdrawalOrAnImportSaidWronglyIsPutRight() {
        migrate("course", 8);
        migrate("authoring", 1);
        draft(course, 5, "第二版");
        var imported = UUID.randomUUID();
        draft(imported, 1, "别处的");
        migrate("authoring", 9);
        publish(course, "第一版", 3);
        jdbc.sql("""
                insert into course.version
                    (course_id, version, group_id, content, digest, frozen, published_at, imported_at)
                values (?, 1, ?, ?, ?, '{}', now(), now())
                """)
                .params(List.of(imported, GROUP, content("别处的"), sha256("别处的")))
                .update();
        jdbc.sql("update authoring.draft set published_version = 1, published_revision = revision, digest = 'seen'")
                .update();
        jdbc.sql("""
                insert into authoring.scheduled_publication
                    (course_id, publish_at, learners_in_progress, scheduled_by, scheduled_at)
                values (?, now(), 'KEEP', ?, now())
                """).params(List.of(course, person)).update();

        upgrade();

        assertThat(drafted(course)).isEqualTo(List.of(1, 3, sha256("第一版"), "DRAFT"));
        assertThat(one("select published_revision is null from authoring.draft where course_id = ?", imported))
                .isEqualTo(true);
        assertThat(one("select digest from authoring.scheduled_publication where course_id = ?", course))
                .isEqualTo("seen");
    }

    @Test
    void whatWasMadeBeforeItWasCountedHasASizeAndATimeAndWaitsForNothing() {
        migrate("media", 4);
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(ignored -> {
            jdbc.sql("""
                    insert into media.content
                        (content_id, size_bytes, state, current_run, length_ms, arrived_at, finished_at)
                    values (?, 1, 'READY', ?, 4000, now(), timestamptz '2026-01-01 00:00Z')
                    """).params(List.of(course, person)).update();
            jdbc.sql(
                            "insert into media.run (run_id, content_id, ladder, poster_key, made_at) values (?, ?, '', '', now())")
                    .params(List.of(person, course))
                    .update();
            jdbc.sql("""
                    insert into media.rendition (run_id, name, kind, peak_bits_per_second, average_bits_per_second,
                        codecs, segment_seconds, key_prefix)
                    values (?, 'audio', 'AUDIO', 2, 64000, '', '{4}', '')
                    """).param(person).update();
        });

        upgrade();

        assertThat(one("select bytes from media.run where run_id = ?", person)).isEqualTo(32_000L);
        assertThat(one(
                        "select work is null and since = finished_at and attempts = 0 from media.content where content_id = ?",
                        course))
                .isEqualTo(true);
        assertThatException()
                .isThrownBy(() -> jdbc.sql("update media.run set bytes = 1").update())
                .withMessageContaining("never changes");
    }

    @Test
    void nodesOfTheVersionBeforeGoOnAddingContentAndRunsWhileOthersAreReplaced() {
        upgrade();

        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(ignored -> {
            jdbc.sql(
                            "insert into media.content (content_id, size_bytes, state, arrived_at) values (?, 1, 'PROCESSING', now())")
                    .param(course)
                    .update();
            jdbc.sql(
                            "insert into media.run (run_id, content_id, ladder, poster_key, made_at) values (?, ?, '', '', now())")
                    .params(List.of(person, course))
                    .update();
        });

        assertThat(one("select since is not null from media.content where content_id = ?", course))
                .isEqualTo(true);
        assertThat(one("select bytes from media.run where run_id = ?", person)).isEqualTo(0L);
    }

    /** A draft of so many revisions, one an hour. */
    private void draft(UUID id, int revisions, String title) {
        jdbc.sql("""
                insert into authoring.draft (course_id, group_id, revision, content, saved_at)
                values (?, ?, ?, ?::jsonb, timestamptz '2026-01-01 00:00Z' + ? * interval '1 hour')
                """)
                .params(List.of(id, GROUP, revisions, content(title), revisions))
                .update();
        jdbc.sql("""
                insert into authoring.edit (course_id, revision, person_id, edited_at)
                select ?, n, ?, timestamptz '2026-01-01 00:00Z' + n * interval '1 hour' from generate_series(1, ?) n
                """).params(List.of(id, person, revisions)).update();
    }

    /** Published half an hour after the revision. */
    private void publish(UUID id, String title, int revision) {
        jdbc.sql("""
                insert into course.version (course_id, version, group_id, content, digest, frozen, published_at)
                values (?, 1, ?, ?, ?, '{}', timestamptz '2026-01-01 00:30Z' + ? * interval '1 hour')
                """)
                .params(List.of(id, GROUP, content(title), sha256(title), revision))
                .update();
        jdbc.sql("insert into course.open_course (course_id, version) values (?, 1)")
                .param(id)
                .update();
    }

    /** Somebody who completed the course. */
    private UUID learn() {
        var enrolment = UUID.randomUUID();
        jdbc.sql("insert into enrolment.enrolment values (?, ?, ?, 1, now())")
                .params(List.of(enrolment, person, course))
                .update();
        jdbc.sql("insert into completion.completion values (?, 1, 1, 2700, now())")
                .param(enrolment)
                .update();
        jdbc.sql("""
                insert into compliance.training (person_id, course_id, unit_id, unit_path, unit_name, person_name,
                    staff_number, course_title, covered_seconds, percent, paid_seconds)
                values (?, ?, ?, '/', '单位', '学员', '1', '课程', 2700, 100, 2700)
                """).params(List.of(person, course, UUID.randomUUID())).update();
        return enrolment;
    }

    private static String content(String title) {
        return CanonicalJson.write(
                Map.of("title", title, "summary", "", "level", "初级", "tags", List.of("焊接"), "sections", List.of()));
    }

    private static String sha256(String title) {
        return CanonicalJson.sha256(content(title));
    }

    /** What is known of the publication, and the state. */
    private List<Object> drafted(UUID id) {
        var row = jdbc.sql("""
                        select published_version, published_revision, published_digest, state
                        from authoring.draft where course_id = ?
                        """).param(id).query().singleRow();
        return row.values().stream().filter(value -> value != null).toList();
    }

    private Object one(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query().singleValue();
    }
}
