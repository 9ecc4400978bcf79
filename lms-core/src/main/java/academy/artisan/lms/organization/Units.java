package academy.artisan.lms.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of units and who belongs where. */
@Service
public class Units {

    private static final String MEMBER_COLUMNS = """
            select m.person_id, m.unit_id, u.path, m.staff_number
            from organization.member m join organization.unit u using (unit_id)
            """;

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;

    Units(JdbcClient jdbc, People people, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
    }

    /** Adds a unit below its parent (or a root); one with this name there is taken as it is. */
    @Transactional
    public Unit add(@Nullable UnitId parentId, Unit.Kind kind, String name) {
        var parentPath = parentId == null ? "" : get(parentId).path() + ".";
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organization.unit'))")
                .query((row, ignored) -> true)
                .single();
        return child(parentId, name).orElseGet(() -> insert(parentId, kind, name, parentPath));
    }

    public Unit get(UnitId id) {
        return jdbc.sql("select * from organization.unit where unit_id = :id")
                .param("id", id.value())
                .query((row, ignored) -> unit(row))
                .optional()
                .orElseThrow(() -> new NotFound("unit", id));
    }

    /** The names of those units that exist, by id. */
    public Map<UnitId, String> names(Collection<UnitId> ids) {
        return jdbc
                .sql("select unit_id, name from organization.unit where unit_id = any(:ids)")
                .param("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, ignored) -> Map.entry(new UnitId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The unit, if the caller is HR there or above it.
     *
     * @throws NotFound if there is no such unit
     * @throws NotAllowed if it is somebody else's
     */
    public Unit getForHr(Caller caller, UnitId id) {
        var unit = get(id);
        var granted = caller.grants().stream()
                .filter(grant -> grant.role() == Role.HR)
                .map(Caller.Grant::scope)
                .toArray(UUID[]::new);
        var allowed = jdbc.sql("""
                        select exists (
                            select from organization.unit
                            where unit_id = any(:granted) and (:path = path or starts_with(:path, path || '.')))
                        """)
                .param("granted", granted)
                .param("path", unit.path())
                .query(Boolean.class)
                .single();
        if (!allowed) {
            throw new NotAllowed("Only HR of this unit may look at it");
        }
        return unit;
    }

    /** Makes a person a member of a unit; a person belongs to one unit, so this also moves. */
    @Transactional
    public void join(UnitId unitId, PersonId personId, String staffNumber) {
        get(unitId);
        people.get(personId);
        jdbc.sql("""
                insert into organization.member (person_id, unit_id, staff_number) values (:person, :unit, :number)
                on conflict (person_id) do update set unit_id = excluded.unit_id, staff_number = excluded.staff_number
                """)
                .param("person", personId.value())
                .param("unit", unitId.value())
                .param("number", staffNumber)
                .update();
        events.publishEvent(new MemberJoined(personId));
    }

    /** Where these people belong; those who belong nowhere are left out. */
    public Map<PersonId, Member> memberships(Collection<PersonId> people) {
        return jdbc
                .sql(MEMBER_COLUMNS + "where m.person_id = any(:people)")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, ignored) -> member(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Member::personId, Function.identity()));
    }

    /**
     * The unit that a person belongs to and all units above it, from the root down; nothing for who belongs nowhere.
     */
    public List<Unit> lineOf(PersonId person) {
        return lineFrom("""
                select u.* from organization.member m join organization.unit u using (unit_id)
                where m.person_id = :id
                """, person);
    }

    /** The unit and all units above it, from the root down; nothing if there is no such unit. */
    public List<Unit> lineOf(UnitId unit) {
        return lineFrom("select u.* from organization.unit u where u.unit_id = :id", unit);
    }

    /** Each of these units with all units above it, from the lowest up; units that do not exist are left out. */
    public Map<UnitId, List<UnitId>> linesOf(Collection<UnitId> units) {
        return jdbc
                .sql("""
                        with recursive line as (
                            select unit_id as lowest, unit_id, parent_id, path from organization.unit
                            where unit_id = any(:units)
                            union all
                            select line.lowest, above.unit_id, above.parent_id, above.path
                            from line join organization.unit above on above.unit_id = line.parent_id
                        )
                        select lowest, unit_id from line order by path desc
                        """)
                .param("units", values(units))
                .query((row, ignored) ->
                        Map.entry(new UnitId(row.getObject(1, UUID.class)), new UnitId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The unit that a person belongs to, these units, and all units above any of them, in one statement. */
    public Set<UnitId> around(PersonId person, Collection<UnitId> these) {
        return jdbc
                .sql("""
                        with recursive around as (
                            select unit_id, parent_id from organization.unit
                            where unit_id = any(
                                array(select unit_id from organization.member where person_id = :person) || :these::uuid[])
                            union
                            select above.unit_id, above.parent_id
                            from around join organization.unit above on above.unit_id = around.parent_id
                        )
                        select unit_id from around
                        """)
                .param("person", person.value())
                .param("these", values(these))
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .collect(Collectors.toSet());
    }

    private static UUID[] values(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private List<Unit> lineFrom(String lowest, Id id) {
        return jdbc.sql("""
                        with recursive line as (
                            %s
                            union all
                            select above.* from line join organization.unit above on above.unit_id = line.parent_id
                        )
                        select * from line order by path
                        """.formatted(lowest))
                .param("id", id.value())
                .query((row, ignored) -> unit(row))
                .list();
    }

    /** Everybody in the unit and below it; with ids given, only those of them who are there. */
    public List<Member> membersBelow(Unit unit, Collection<PersonId> onlyThese) {
        return jdbc.sql(MEMBER_COLUMNS + """
                where (u.path = :path or starts_with(u.path, :path || '.'))
                  and (cardinality(:people::uuid[]) = 0 or m.person_id = any(:people))
                """)
                .param("path", unit.path())
                .param("people", onlyThese.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, ignored) -> member(row))
                .list();
    }

    private Optional<Unit> child(@Nullable UnitId parentId, String name) {
        return jdbc.sql("""
                        select * from organization.unit
                        where parent_id is not distinct from :parent and name = :name
                        """)
                .param("parent", parentId == null ? null : parentId.value())
                .param("name", name)
                .query((row, ignored) -> unit(row))
                .optional();
    }

    private Unit insert(@Nullable UnitId parentId, Unit.Kind kind, String name, String parentPath) {
        var siblings = jdbc.sql("select count(*) from organization.unit where parent_id is not distinct from :parent")
                .param("parent", parentId == null ? null : parentId.value())
                .query(Integer.class)
                .single();
        var unit = new Unit(UnitId.next(), parentId, kind, name, parentPath + "%04d".formatted(siblings + 1));
        jdbc.sql("""
                insert into organization.unit (unit_id, parent_id, kind, name, path)
                values (:id, :parent, :kind, :name, :path)
                """)
                .param("id", unit.id().value())
                .param("parent", parentId == null ? null : parentId.value())
                .param("kind", kind.name())
                .param("name", name)
                .param("path", unit.path())
                .update();
        return unit;
    }

    static Unit unit(ResultSet row) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new Unit(
                new UnitId(row.getObject("unit_id", UUID.class)),
                parent == null ? null : new UnitId(parent),
                Unit.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("path"));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new PersonId(row.getObject("person_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("path"),
                row.getString("staff_number"));
    }
}
