package academy.artisan.lms.progress.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What courses and units ask for, in PostgreSQL. */
@Component
class DeclaredRules {

    /**
     * As somebody left them.
     *
     * @param revision 0 if nobody ever said anything
     */
    record Declared(
            WatchRules rules,
            int revision,
            @Nullable Instant changedAt,
            @Nullable PersonId changedBy) {

        static final Declared NEVER = new Declared(WatchRules.NONE, 0, null, null);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclaredRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Declared get(Asking owner) {
        return jdbc.sql("select * from progress.watch_rules where owner_kind = :kind and owner_id = :id")
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .query((row, ignored) -> declared(row))
                .optional()
                .orElse(Declared.NEVER);
    }

    /** What this course and these units ask for, in one statement; the course first. */
    List<Asked> of(CourseId course, Collection<UnitId> units) {
        return jdbc.sql("""
                        select * from progress.watch_rules
                        where (owner_kind, owner_id) = ('COURSE', :course)
                           or (owner_kind = 'UNIT' and owner_id = any(:units))
                        order by owner_kind
                        """)
                .param("course", course.value())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, ignored) -> asked(row))
                .list();
    }

    /** What these units ask for. */
    List<Asked> of(Collection<UnitId> units) {
        return jdbc.sql("select * from progress.watch_rules where owner_kind = 'UNIT' and owner_id = any(:units)")
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, ignored) -> asked(row))
                .list();
    }

    /** Saves on top of that revision; empty if somebody else was faster. */
    Optional<Declared> save(Asking owner, int revision, WatchRules rules, PersonId by) {
        return jdbc.sql("""
                        insert into progress.watch_rules as known
                            (owner_kind, owner_id, max_rate, in_order, visible_only, presence_every_seconds,
                             presence_answer_within_seconds, daily_cap_seconds, revision, changed_at, changed_by)
                        values (:kind, :id, :rate, :inOrder, :visibleOnly, :every, :within, :cap, :revision + 1, :now, :by)
                        on conflict (owner_kind, owner_id) do update set
                            max_rate = excluded.max_rate,
                            in_order = excluded.in_order,
                            visible_only = excluded.visible_only,
                            presence_every_seconds = excluded.presence_every_seconds,
                            presence_answer_within_seconds = excluded.presence_answer_within_seconds,
                            daily_cap_seconds = excluded.daily_cap_seconds,
                            revision = excluded.revision,
                            changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by
                        where known.revision = :revision
                        returning *
                        """)
                .param("kind", owner.kind().name())
                .param("id", owner.id())
                .param("rate", rules.maxRate())
                .param("inOrder", rules.inOrder())
                .param("visibleOnly", rules.visibleOnly())
                .param("every", rules.presenceEverySeconds())
                .param("within", rules.presenceAnswerWithinSeconds())
                .param("cap", rules.dailyCapSeconds())
                .param("revision", revision)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .query((row, ignored) -> declared(row))
                .optional();
    }

    private static Declared declared(ResultSet row) throws SQLException {
        return new Declared(
                rules(row),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("changed_by", UUID.class)));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var kind = Asking.Kind.valueOf(row.getString("owner_kind"));
        return new Asked(new Asking(kind, row.getObject("owner_id", UUID.class)), rules(row));
    }

    private static WatchRules rules(ResultSet row) throws SQLException {
        var every = row.getObject("presence_every_seconds", Integer.class);
        return new WatchRules(
                row.getBigDecimal("max_rate"),
                row.getObject("in_order", Boolean.class),
                row.getObject("visible_only", Boolean.class),
                every == null ? null : new WatchRules.PresenceRule(every, row.getInt("presence_answer_within_seconds")),
                row.getObject("daily_cap_seconds", Integer.class));
    }
}
