package academy.artisan.lms.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.Page;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what to what: entries are added, never changed. */
@Service
public class AuditTrail {

    private final JdbcClient jdbc;
    private final AuditEntries entries;
    private final People people;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, AuditEntries entries, People people, Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Adds an entry within the transaction of what it is about: both are there, or neither is.
     *
     * @param by who did it; nobody if the platform did it by itself
     * @param action a word in kebab case, such as {@code review-approved}
     * @param details what else is worth knowing, written as JSON; members that are null are left out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(@Nullable PersonId by, String action, Subject subject, Map<String, ?> details) {
        jdbc.sql("""
                insert into audit.entry
                    (entry_id, at, person_id, action, subject_kind, subject_id, group_id, details)
                values (:id, :now, :person, :action, :kind, :subject, :group, :details::jsonb)
                """)
                .param("id", Ids.next())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", by == null ? null : by.value())
                .param("action", action)
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("group", subject.groupId())
                .param("details", CanonicalJson.write(details))
                .update();
    }

    /** Newest first; whoever calls has checked the right to read. */
    public Page<AuditEntry> read(AuditFilter filter, @Nullable String after, int limit) {
        var page = Page.cut(
                entries.newest(filter, TimeCursor.decode(after), limit + 1),
                limit,
                entry -> entry.cursor().encode());
        var names = people.names(page.items().stream()
                .map(AuditEntry::personId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var named = page.items().stream()
                .map(entry -> entry.personId() == null ? entry : entry.by(names.get(entry.personId())))
                .toList();
        return new Page<>(named, page.next());
    }
}
