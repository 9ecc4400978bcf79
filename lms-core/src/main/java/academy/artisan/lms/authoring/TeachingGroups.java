package academy.artisan.lms.authoring;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.identity.ScopeDirectory;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The teaching-research groups, one per field, and who may do what in them. */
@Service
public class TeachingGroups implements ScopeDirectory {

    private final JdbcClient jdbc;

    TeachingGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that take new work, in their order. */
    public List<TeachingGroup> all() {
        return jdbc.sql("select * from authoring.teaching_group where retired_at is null order by position")
                .query((row, ignored) -> group(row))
                .list();
    }

    /** Those that are retired too. */
    public List<TeachingGroup> allEver() {
        return jdbc.sql("select * from authoring.teaching_group order by position")
                .query((row, ignored) -> group(row))
                .list();
    }

    public TeachingGroup get(GroupId id) {
        return jdbc.sql("select * from authoring.teaching_group where group_id = :id")
                .param("id", id.value())
                .query((row, ignored) -> group(row))
                .optional()
                .orElseThrow(() -> new NotFound("teaching group", id));
    }

    /** How courses of this group are reviewed. */
    public ReviewPolicy reviewPolicy(GroupId id) {
        return jdbc.sql("select review_stages, remind_after_days from authoring.teaching_group where group_id = :id")
                .param("id", id.value())
                .query((row, ignored) -> new ReviewPolicy(stages(row.getArray(1)), row.getInt(2)))
                .optional()
                .orElseThrow(() -> new NotFound("teaching group", id));
    }

    /**
     * Ends unless the caller writes for this group (author or lead there, or administrator).
     *
     * @throws NotFound if there is no such group
     * @throws NotAllowed if the caller does not write for it
     * @throws GroupRetired if it takes no new work any more
     */
    public void requireAuthor(Caller caller, GroupId groupId) {
        var group = get(groupId);
        if (!mayWrite(caller, groupId)) {
            throw new NotAllowed("Only authors of this group may do this");
        }
        if (group.retired()) {
            throw new GroupRetired(group.name());
        }
    }

    /**
     * Ends unless the caller leads this group, or is administrator.
     *
     * @throws NotFound if there is no such group
     * @throws NotAllowed if the caller does not lead it
     */
    public void requireLead(Caller caller, GroupId groupId) {
        get(groupId);
        if (!mayLead(caller, groupId)) {
            throw new NotAllowed("Only leads of this group may do this");
        }
    }

    /**
     * Ends unless the caller has any role in this group, or is administrator.
     *
     * @throws NotFound if there is no such group
     * @throws NotAllowed if the caller has nothing to do with it
     */
    public void requireMember(Caller caller, GroupId groupId) {
        get(groupId);
        if (!mayRead(caller, groupId)) {
            throw new NotAllowed("Only members of this group may do this");
        }
    }

    public boolean mayLead(Caller caller, GroupId groupId) {
        return caller.isAdmin() || caller.has(Role.LEAD, groupId);
    }

    /** Whether the caller writes for this group, be it retired or not. */
    public boolean mayWrite(Caller caller, GroupId groupId) {
        return caller.isAdmin() || caller.has(Role.AUTHOR, groupId) || caller.has(Role.LEAD, groupId);
    }

    /** Whether the caller may look at what this group has not published: any role in it, or administrator. */
    public boolean mayRead(Caller caller, GroupId groupId) {
        return mayWrite(caller, groupId) || caller.has(Role.REVIEWER, groupId);
    }

    /** The groups of which the caller may look at what is not published. */
    public List<GroupId> readableBy(Caller caller) {
        return allEver().stream()
                .map(TeachingGroup::id)
                .filter(group -> mayRead(caller, group))
                .toList();
    }

    /** Whether the caller reviews at all, for whichever group: leads and reviewers of any, and administrators. */
    public boolean mayReview(Caller caller) {
        return caller.isAdmin() || caller.hasAnywhere(Role.LEAD) || caller.hasAnywhere(Role.REVIEWER);
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.GROUP;
    }

    @Override
    public List<Scope> of(PersonId person, Collection<UUID> ids) {
        return allEver().stream()
                .filter(group -> ids.contains(group.id().value()))
                .map(group -> new Scope(group.id().value(), group.name()))
                .toList();
    }

    private static List<ReviewStage> stages(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(ReviewStage::valueOf).toList();
    }

    private static TeachingGroup group(ResultSet row) throws SQLException {
        return new TeachingGroup(
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getString("name"),
                row.getString("field"),
                row.getObject("retired_at") != null);
    }
}
