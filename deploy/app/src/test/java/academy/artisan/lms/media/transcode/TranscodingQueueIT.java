package academy.artisan.lms.media.transcode;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.operations.StoredVideos;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StackTest
class TranscodingQueueIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    TranscodingQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsTriedAgainWhileItsLastJobIsBeingEndedIsNotLost() {
        var video = new StoredVideos(context)
                .unfinished(new GroupId(Ids.next()), PersonId.next(), "FAILED", "not-decodable");
        jdbc.sql("""
                insert into media.job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('transcode-video', :id, now(), true, 'a node that has just failed it', now(), 7)
                """).param("id", video.toString()).update();

        var isTried = transaction.execute(ignored -> queue.tryAgain(ContentId.of(video)));

        assertThat(isTried).isTrue();
        assertThat(jdbc.sql("delete from media.job where task_instance = :id and version = 7")
                        .param("id", video.toString())
                        .update())
                .isZero();
        await().until(() -> attempts(video) > 0);
        jdbc.sql("delete from media.job where task_instance = :id and not picked")
                .param("id", video.toString())
                .update();
    }

    private int attempts(VideoId video) {
        return jdbc.sql("select attempts from media.content where content_id = :id")
                .param("id", video.value())
                .query(Integer.class)
                .single();
    }
}
