package academy.artisan.lms.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.support.Page;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was told, and what of it is read. */
@Component
class Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    Page<Notice> page(PersonId person, boolean onlyUnread, @Nullable String after, int limit) {
        var cursor = TimeCursor.decode(after);
        var unread = onlyUnread ? "and read_at is null" : "";
        var older = cursor == null ? "" : "and (created_at, notice_id) < (:afterAt, :afterId)";
        var notices = jdbc.sql("""
                        select * from notification.notice where person_id = :person %s %s
                        order by created_at desc, notice_id desc limit :limit
                        """.formatted(unread, older))
                .param("person", person.value())
                .param("afterAt", cursor == null ? null : cursor.at().atOffset(ZoneOffset.UTC))
                .param("afterId", cursor == null ? null : cursor.id())
                .param("limit", limit + 1)
                .query((row, ignored) -> notice(row))
                .list();
        return Page.cut(notices, limit, notice -> notice.cursor().encode());
    }

    int unread(PersonId person) {
        return jdbc.sql("select count(*) from notification.notice where person_id = :person and read_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    /** Again is no change. */
    void read(PersonId person, NoticeId id) {
        var found = jdbc.sql("""
                        update notification.notice set read_at = coalesce(read_at, :now)
                        where notice_id = :id and person_id = :person
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("now", now())
                .update();
        if (found == 0) {
            throw new NotFound("notice", id);
        }
    }

    void readAll(PersonId person) {
        jdbc.sql("update notification.notice set read_at = :now where person_id = :person and read_at is null")
                .param("person", person.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                new NoticeId(row.getObject("notice_id", UUID.class)),
                row.getString("kind"),
                List.of(CanonicalJson.read(row.getString("arguments"), String[].class)),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
