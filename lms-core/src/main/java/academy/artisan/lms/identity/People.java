package academy.artisan.lms.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.support.Id;
import academy.artisan.lms.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who use the platform, and the roles that were granted to them. */
@Service
public class People {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    People(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Adds an account.
     *
     * @throws UsernameTaken if somebody else has this user name
     */
    @Transactional
    public PersonId register(String username, String name, String password) {
        var id = PersonId.next();
        try {
            jdbc.sql("""
                    insert into identity.person (person_id, username, name, password_hash, created_at)
                    values (:id, :username, :name, :hash, :now)
                    """)
                    .param("id", id.value())
                    .param("username", username)
                    .param("name", name)
                    .param("hash", passwords.encode(password))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new UsernameTaken(username, taken);
        }
        return id;
    }

    public Optional<Person> find(String username) {
        return jdbc.sql("select person_id, username, name from identity.person where username = :username")
                .param("username", username)
                .query((row, ignored) -> new Person(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("username"),
                        row.getString("name")))
                .optional();
    }

    public Person get(PersonId id) {
        return jdbc.sql("select person_id, username, name from identity.person where person_id = :id")
                .param("id", id.value())
                .query((row, ignored) -> new Person(id, row.getString("username"), row.getString("name")))
                .optional()
                .orElseThrow(() -> new NotFound("person", id));
    }

    /** The names of those who exist, by id. */
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        var names = new java.util.HashMap<PersonId, String>();
        jdbc.sql("select person_id, name from identity.person where person_id = any(:ids)")
                .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, ignored) -> names.put(new PersonId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
        return names;
    }

    public boolean nobodyIsRegistered() {
        return !jdbc.sql("select exists (select from identity.person)")
                .query(Boolean.class)
                .single();
    }

    /** Grants a role in a unit or a teaching group, or everywhere; again is no change. */
    @Transactional
    public void grant(PersonId person, Role role, @Nullable Id scope) {
        get(person);
        jdbc.sql("""
                insert into identity.role_grant (person_id, role, scope) values (:person, :role, :scope)
                on conflict do nothing
                """)
                .param("person", person.value())
                .param("role", role.name())
                .param("scope", scope == null ? null : scope.value())
                .update();
    }
}
