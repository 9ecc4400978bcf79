package academy.artisan.lms.organization;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.ScopeDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the units that a person belongs to or has a role in. */
@Component
class UnitDirectory implements ScopeDirectory {

    private final JdbcClient jdbc;

    UnitDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.UNIT;
    }

    @Override
    public List<Scope> of(PersonId person, Collection<UUID> ids) {
        return jdbc.sql("""
                        select unit_id, name from organization.unit u
                        where unit_id = any(:ids)
                           or exists (select from organization.member m
                                      where m.unit_id = u.unit_id and m.person_id = :person)
                        order by path
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("person", person.value())
                .query((row, ignored) -> new Scope(row.getObject("unit_id", UUID.class), row.getString("name")))
                .list();
    }
}
