package academy.artisan.lms.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the trail. The statement names only what is asked for, so that each question finds its index. */
@Component
class AuditEntries {

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditEntry> newest(AuditFilter filter, @Nullable TimeCursor after, int limit) {
        Map<String, @Nullable Object> conditions = new LinkedHashMap<>();
        conditions.put("subject_kind = :kind", filter.subjectKind());
        conditions.put("subject_id = :subject", filter.subjectId());
        conditions.put("group_id = :group", filter.groupId());
        conditions.put("action = :action", filter.action());
        conditions.put("person_id = :person", filter.personId());
        conditions.put("at >= :from", filter.from());
        conditions.put("at < :to", filter.to());
        conditions.put("(at, entry_id) < (:afterAt, :afterId)", after);
        conditions.values().removeIf(value -> value == null);
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions.keySet());
        return jdbc.sql("select * from audit.entry %s order by at desc, entry_id desc limit :limit".formatted(where))
                .params(parameters(filter, after))
                .param("limit", limit)
                .query((row, ignored) -> entry(row))
                .list();
    }

    private static Map<String, @Nullable Object> parameters(AuditFilter filter, @Nullable TimeCursor after) {
        var person = filter.personId();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("kind", filter.subjectKind());
        parameters.put("subject", filter.subjectId());
        parameters.put("group", filter.groupId());
        parameters.put("action", filter.action());
        parameters.put("person", person == null ? null : person.value());
        parameters.put("from", utc(filter.from()));
        parameters.put("to", utc(filter.to()));
        parameters.put("afterAt", after == null ? null : utc(after.at()));
        parameters.put("afterId", after == null ? null : after.id());
        return parameters;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new AuditEntry(
                row.getObject("entry_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                person == null ? null : new PersonId(person),
                null,
                row.getString("action"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getObject("group_id", UUID.class),
                CanonicalJson.read(row.getString("details"), JsonNode.class));
    }
}
