package academy.artisan.lms.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.support.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which roles in a unit or a teaching group. */
@Service
public class RoleHolders {

    private final JdbcClient jdbc;

    RoleHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody with a role there, by name. */
    public List<RoleHolder> of(Id scope) {
        return jdbc.sql("""
                        select p.person_id, p.username, p.name, array_agg(g.role) as roles
                        from identity.role_grant g join identity.person p using (person_id)
                        where g.scope = :scope
                        group by p.person_id
                        order by p.name, p.person_id
                        """)
                .param("scope", scope.value())
                .query((row, ignored) -> holder(row))
                .list();
    }

    /** Somebody as if asking at this moment, with the roles held now. */
    public Caller asCaller(PersonId person) {
        var grants = jdbc.sql("select role, scope from identity.role_grant where person_id = :person")
                .param("person", person.value())
                .query((row, ignored) ->
                        new Caller.Grant(Role.valueOf(row.getString("role")), row.getObject("scope", UUID.class)))
                .list();
        return new Caller(person, grants.stream().collect(Collectors.toUnmodifiableSet()));
    }

    /** Everybody who holds a role in any of these. */
    public Set<PersonId> holding(Role role, Collection<? extends Id> scopes) {
        return jdbc
                .sql("select distinct person_id from identity.role_grant where role = :role and scope = any(:scopes)")
                .param("role", role.name())
                .param("scopes", scopes.stream().map(Id::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody who holds a role everywhere. */
    public Set<PersonId> holding(Role role) {
        return jdbc
                .sql("select person_id from identity.role_grant where role = :role and scope is null")
                .param("role", role.name())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the roles that are spoken of, the person holds exactly those given there from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(PersonId person, Id scope, Set<Role> spokenOf, Set<Role> roles) {
        jdbc.sql("""
                with gone as (
                    delete from identity.role_grant
                    where person_id = :person and scope = :scope
                      and role = any(:spokenOf) and role <> all(:roles)
                )
                insert into identity.role_grant (person_id, role, scope)
                select :person, role, :scope from unnest(:roles::text[]) as given (role)
                on conflict do nothing
                """)
                .param("person", person.value())
                .param("scope", scope.value())
                .param("spokenOf", names(spokenOf))
                .param("roles", names(roles))
                .update();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static RoleHolder holder(ResultSet row) throws SQLException {
        var roles = Stream.of((String[]) row.getArray("roles").getArray()).map(Role::valueOf);
        return new RoleHolder(
                new Person(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("username"),
                        row.getString("name")),
                roles.collect(Collectors.toUnmodifiableSet()));
    }
}
