package academy.artisan.lms.authoring.group;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.DraftChanged;
import academy.artisan.lms.authoring.ReviewPolicy;
import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which groups there are, and how each reviews. */
@Service
class GroupAdministration {

    /** The order of the groups is one thing, which has no id of its own. */
    private static final Subject ORDER = new Subject("group-order", new UUID(0, 0), null);

    private final TeachingGroups groups;
    private final GroupLock lock;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GroupAdministration(
            TeachingGroups groups,
            GroupLock lock,
            AuditTrail audit,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = groups;
        this.lock = lock;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public TeachingGroup add(Caller caller, String name, String field) {
        caller.requireAdmin();
        lock.holdAll();
        requireFree(name, null);
        var id = GroupId.next();
        jdbc.sql("""
                insert into authoring.teaching_group (group_id, position, name, field)
                select :id, coalesce(max(position), 0) + 1, :name, :field from authoring.teaching_group
                """)
                .param("id", id.value())
                .param("name", name)
                .param("field", field)
                .update();
        note(caller, "group-added", id, Map.of("name", name, "field", field));
        return groups.get(id);
    }

    /** Gives a group another name and field. */
    @Transactional
    public TeachingGroup rename(Caller caller, GroupId id, String name, String field) {
        caller.requireAdmin();
        lock.holdAll();
        var before = groups.get(id);
        requireFree(name, id);
        jdbc.sql("update authoring.teaching_group set name = :name, field = :field where group_id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("field", field)
                .update();
        tellOfDrafts(id);
        note(
                caller,
                "group-renamed",
                id,
                Map.of("name", name, "field", field, "oldName", before.name(), "oldField", before.field()));
        return groups.get(id);
    }

    /** They are shown and found by the name and the field of their group. */
    private void tellOfDrafts(GroupId id) {
        jdbc.sql("select course_id from authoring.draft where group_id = :id and deleted_at is null")
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .forEach(course -> events.publishEvent(DraftChanged.of(new CourseId(course))));
    }

    /** From now on the group takes no new work and is not offered; again is no change. */
    @Transactional
    public TeachingGroup retire(Caller caller, GroupId id) {
        return setRetired(caller, id, "group-retired", clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** Takes a retirement back; again is no change. */
    @Transactional
    public TeachingGroup reinstate(Caller caller, GroupId id) {
        return setRetired(caller, id, "group-reinstated", null);
    }

    private TeachingGroup setRetired(Caller caller, GroupId id, String action, @Nullable OffsetDateTime at) {
        caller.requireAdmin();
        groups.get(id);
        var changed = jdbc.sql("""
                        update authoring.teaching_group set retired_at = :at
                        where group_id = :id and (retired_at is null) <> (:at::timestamptz is null)
                        """).param("id", id.value()).param("at", at).update();
        if (changed > 0) {
            note(caller, action, id, Map.of());
        }
        return groups.get(id);
    }

    /** Puts the groups that are not retired into this order; each must be named once. */
    @Transactional
    public List<TeachingGroup> order(Caller caller, List<GroupId> order) {
        caller.requireAdmin();
        lock.holdAll();
        var offered = groups.all().stream().map(TeachingGroup::id).toList();
        if (order.size() != offered.size() || !new HashSet<>(order).equals(new HashSet<>(offered))) {
            throw new InvalidFields("groupIds", "AllGroups", "must name every group that is not retired once");
        }
        jdbc.sql("""
                update authoring.teaching_group g set position = placed.position
                from (select group_id, row_number() over (
                          order by array_position(:order::uuid[], group_id) nulls last, position) as position
                      from authoring.teaching_group) placed
                where placed.group_id = g.group_id
                """)
                .param("order", order.stream().map(GroupId::value).toArray(UUID[]::new))
                .update();
        audit.record(caller.personId(), "groups-reordered", ORDER, Map.of("order", order));
        return groups.all();
    }

    @Transactional
    public ReviewPolicy setReviewPolicy(Caller caller, GroupId id, ReviewPolicy policy) {
        groups.requireLead(caller, id);
        jdbc.sql("""
                update authoring.teaching_group set review_stages = :stages, remind_after_days = :days
                where group_id = :id
                """)
                .param("id", id.value())
                .param("stages", policy.stages().stream().map(Enum::name).toArray(String[]::new))
                .param("days", policy.remindAfterDays())
                .update();
        note(caller, "review-policy-changed", id, Map.of("policy", policy));
        return policy;
    }

    private void requireFree(String name, @Nullable GroupId mine) {
        if (groups.allEver().stream()
                .anyMatch(group -> group.name().equals(name) && !group.id().equals(mine))) {
            throw new GroupNameTaken(name);
        }
    }

    private void note(Caller caller, String action, GroupId id, Map<String, ?> details) {
        audit.record(caller.personId(), action, Subject.of("group", id, id), details);
    }
}
