package academy.artisan.lms.authoring.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Page;
import academy.artisan.lms.support.TimeCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of a group's courses; the documents themselves are not read. */
@Component
public class DraftLists {

    private final JdbcClient jdbc;

    DraftLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those saved last come first. */
    Page<DraftLine> page(GroupId groupId, DraftFilter filter, @Nullable TimeCursor after, int limit) {
        var lines = jdbc.sql("""
                        select course_id, title, level, tags, state, revision, published_version, created_at, saved_at,
                               saved_by, deleted_at
                        from authoring.draft d
                        where group_id = :group and (deleted_at is not null) = :deleted
                          and (:state::text is null or state = :state)
                          and (:title::text is null or title ilike '%' || :title || '%')
                          and (:tag::text is null or tags @> array[:tag])
                          and (:level::text is null or level = :level)
                          and (:editor::uuid is null or exists (
                              select from authoring.revision r where r.course_id = d.course_id and r.person_id = :editor))
                          and (:afterAt::timestamptz is null or (saved_at, course_id) < (:afterAt, :afterId))
                        order by saved_at desc, course_id desc limit :limit
                        """)
                .param("group", groupId.value())
                .param("deleted", filter.isDeleted())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("title", filter.title() == null ? null : likeLiteral(filter.title()))
                .param("tag", filter.tag())
                .param("level", filter.level())
                .param(
                        "editor",
                        filter.editor() == null ? null : filter.editor().value())
                .param("afterAt", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit + 1)
                .query((row, ignored) -> line(row))
                .list();
        return Page.cut(
                lines,
                limit,
                line -> new TimeCursor(line.savedAt(), line.courseId().value()).encode());
    }

    /** How many courses of a group are in which state, deleted ones left out. */
    public Map<DraftState, Integer> countByState(GroupId groupId) {
        var counts = new EnumMap<DraftState, Integer>(DraftState.class);
        jdbc.sql("""
                select state, count(*) from authoring.draft where group_id = :group and deleted_at is null group by state
                """).param("group", groupId.value()).query(row -> {
            counts.put(DraftState.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    private static String likeLiteral(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static DraftLine line(ResultSet row) throws SQLException {
        var deletedAt = row.getObject("deleted_at", OffsetDateTime.class);
        return new DraftLine(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("title"),
                row.getString("level"),
                List.of((String[]) row.getArray("tags").getArray()),
                DraftState.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getObject("published_version", Integer.class),
                CourseDrafts.instant(row, "created_at"),
                CourseDrafts.instant(row, "saved_at"),
                new PersonId(row.getObject("saved_by", UUID.class)),
                deletedAt == null ? null : deletedAt.toInstant());
    }
}
