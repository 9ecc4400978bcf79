package academy.artisan.lms.media.upload;

import java.util.Set;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StackTest
class AbandonedUploadsIT {

    @Autowired
    VideoUploads uploads;

    @Autowired
    TeachingGroups groups;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oldOnesAreThrownAwayAndFreshOnesStay() {
        var group = groups.all().getFirst().id();
        var author = new Caller(PersonId.next(), Set.of(new Caller.Grant(Role.AUTHOR, group.value())));
        var old = uploads.begin(author, group, "old.mp4", 10);
        var fresh = uploads.begin(author, group, "fresh.mp4", 10);
        jdbc.sql("update media.video set created_at = created_at - interval '8 days' where video_id = :id")
                .param("id", old.videoId().value())
                .update();

        uploads.removeAbandoned();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.open(author, old.videoId()));
        assertThat(uploads.open(author, fresh.videoId())).isEqualTo(fresh);
    }
}
