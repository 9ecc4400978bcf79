package academy.artisan.lms.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of plans in PostgreSQL. */
@Component
class PlanItems {

    /** Every item with how many of its milestones are reached, and whether it is late. */
    static final String STANDING = """
            select i.*, m.milestones_all, m.milestones_done,
                   i.state in ('PLANNED', 'UNDER_WAY')
                       and (m.milestones_late > 0
                            or make_date(i.year, i.to_month, 1) + interval '1 month' <= :today) as overdue
            from planning.item i
            cross join lateral (
                select count(*) as milestones_all,
                       count(step ->> 'doneOn') as milestones_done,
                       count(*) filter (where step ->> 'doneOn' is null and (step ->> 'dueOn')::date < :today)
                           as milestones_late
                from jsonb_array_elements(i.milestones) step) m
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they begin. */
    List<PlanItem> of(GroupId groupId, int year, LocalDate today) {
        return jdbc.sql(STANDING + """
                        where i.group_id = :group and i.year = :year
                        order by i.from_month, i.to_month, i.item_id
                        """)
                .param("today", today)
                .param("group", groupId.value())
                .param("year", year)
                .query((row, ignored) -> item(row))
                .list();
    }

    Optional<PlanItem> find(PlanItemId id, LocalDate today) {
        return jdbc.sql(STANDING + "where i.item_id = :id")
                .param("today", today)
                .param("id", id.value())
                .query((row, ignored) -> item(row))
                .optional();
    }

    int count(GroupId groupId, int year) {
        return jdbc.sql("select count(*) from planning.item where group_id = :group and year = :year")
                .param("group", groupId.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void add(PlanItemId id, GroupId groupId, int year, PlanItemForm form) {
        addAll(List.of(new NewPlanItem(id, groupId, year, null, form)));
    }

    /** Adds items in one statement; what was carried over before is not carried over again. */
    int addAll(List<NewPlanItem> items) {
        return jdbc.sql("""
                        insert into planning.item
                            (item_id, group_id, year, kind, title, description, owner_id, from_month, to_month, state,
                             reason, milestones, outcomes, carried_from, revision, changed_at)
                        select id, "groupId", year, f.kind, f.title, f.description, f."ownerId", f."fromMonth",
                               f."toMonth", f.state, f.reason, f.milestones, f.outcomes, "carriedFrom", 1, :now
                        from jsonb_to_recordset(:items::jsonb)
                                 as i (id uuid, "groupId" uuid, year int, "carriedFrom" uuid, form jsonb)
                        cross join lateral jsonb_to_record(i.form)
                                 as f (kind text, title text, description text, "ownerId" uuid, "fromMonth" int,
                                       "toMonth" int, state text, reason text, milestones jsonb, outcomes jsonb)
                        on conflict on constraint carried_over_twice do nothing
                        """)
                .param("items", CanonicalJson.write(items))
                .param("now", now())
                .update();
    }

    /** Whether the item was still at that revision, and is changed now. */
    boolean change(PlanItemId id, int revision, PlanItemForm form) {
        return jdbc.sql("""
                        update planning.item set
                            kind = :kind, title = :title, description = :description, owner_id = :owner,
                            from_month = :from, to_month = :to, state = :state, reason = :reason,
                            milestones = :milestones::jsonb, outcomes = :outcomes::jsonb,
                            revision = revision + 1, changed_at = :now
                        where item_id = :id and revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("kind", form.kind().name())
                        .param("title", form.title())
                        .param("description", form.description())
                        .param("owner", form.ownerId().value())
                        .param("from", form.fromMonth())
                        .param("to", form.toMonth())
                        .param("state", form.state().name())
                        .param("reason", form.reason())
                        .param("milestones", CanonicalJson.write(form.milestones()))
                        .param("outcomes", CanonicalJson.write(form.outcomes()))
                        .param("now", now())
                        .update()
                > 0;
    }

    /** Whether the item was still at that revision, and is gone now. */
    boolean remove(PlanItemId id, int revision) {
        return jdbc.sql("delete from planning.item where item_id = :id and revision = :revision")
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PlanItem item(ResultSet row) throws SQLException {
        var carriedFrom = row.getObject("carried_from", UUID.class);
        return new PlanItem(
                new PlanItemId(row.getObject("item_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getInt("year"),
                form(row),
                row.getBoolean("overdue"),
                carriedFrom == null ? null : new PlanItemId(carriedFrom),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static PlanItemForm form(ResultSet row) throws SQLException {
        return new PlanItemForm(
                PlanKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("description"),
                new PersonId(row.getObject("owner_id", UUID.class)),
                row.getInt("from_month"),
                row.getInt("to_month"),
                PlanState.valueOf(row.getString("state")),
                row.getString("reason"),
                List.of(CanonicalJson.read(row.getString("milestones"), Milestone[].class)),
                List.of(CanonicalJson.read(row.getString("outcomes"), Outcome[].class)));
    }
}
