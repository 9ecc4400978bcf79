package academy.artisan.lms.authoring.group;

import academy.artisan.lms.course.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one after the other change a group, until the transaction of each ends. */
@Component
class GroupLock {

    private final JdbcClient jdbc;

    GroupLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(GroupId id) {
        jdbc.sql("select 1 from authoring.teaching_group where group_id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** The list of groups as a whole; whoever reads is not held up. */
    void holdAll() {
        jdbc.sql("lock table authoring.teaching_group in share row exclusive mode")
                .update();
    }
}
