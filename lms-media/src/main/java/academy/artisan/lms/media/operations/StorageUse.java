package academy.artisan.lms.media.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Adds up by group how much room there is taken, by one statement. Content that several groups share is kept once, so
 * it counts for the group whose video came first: the groups add up to the whole.
 */
@Repository
class StorageUse {

    private final JdbcClient jdbc;

    StorageUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the groups that have anything. */
    Map<GroupId, GroupStorage> byGroup() {
        return jdbc.sql("""
                        with content_of_group as (
                            select content_id, group_id, count(*) as videos,
                                min(video_id::text) = min(min(video_id::text)) over (partition by content_id) as is_first
                            from media.video where content_id is not null group by content_id, group_id
                        ), made as (
                            select content_id, sum(bytes) as bytes from media.run group by content_id
                        ), video_use as (
                            select group_id, sum(videos) as videos,
                                sum(size_bytes) filter (where is_first) as source_bytes,
                                sum(made.bytes) filter (where is_first) as rendition_bytes,
                                sum(size_bytes + coalesce(made.bytes, 0)) filter (where not is_first) as shared_bytes
                            from content_of_group join media.content using (content_id) left join made using (content_id)
                            group by group_id
                        ), file_use as (
                            select group_id, count(*) as files, sum(size_bytes) as file_bytes
                            from media.file where state = 'READY' group by group_id
                        )
                        select * from video_use full join file_use using (group_id)
                        """).query((row, ignored) -> use(row)).list().stream()
                .collect(Collectors.toMap(GroupStorage::groupId, Function.identity()));
    }

    private static GroupStorage use(ResultSet row) throws SQLException {
        return new GroupStorage(
                new GroupId(row.getObject("group_id", UUID.class)),
                row.getLong("videos"),
                row.getLong("source_bytes"),
                row.getLong("rendition_bytes"),
                row.getLong("shared_bytes"),
                row.getLong("files"),
                row.getLong("file_bytes"));
    }
}
