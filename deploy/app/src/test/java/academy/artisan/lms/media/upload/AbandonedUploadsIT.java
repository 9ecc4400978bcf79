package academy.artisan.lms.media.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.storage.MultipartUploads;
import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.Removals;
import academy.artisan.lms.media.storage.UnfinishedUploadProperties;
import academy.artisan.lms.media.upload.VideoUploads.Begun;
import academy.artisan.lms.media.upload.VideoUploads.NewVideo;
import academy.artisan.lms.support.NotFound;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@StackTest
class AbandonedUploadsIT {

    @Autowired
    VideoUploads uploads;

    @Autowired
    Uploads openUploads;

    @Autowired
    MultipartUploads multiparts;

    @Autowired
    ObjectStore store;

    @Autowired
    Removals removals;

    @Autowired
    UnfinishedUploadProperties properties;

    @Autowired
    TeachingGroups groups;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oldOnesAreThrownAwayAndFreshOnesStay() {
        var group = groups.all().getFirst().id();
        var author = new Caller(PersonId.next(), Set.of(new Caller.Grant(Role.AUTHOR, group.value())));
        var old = begin(author, group, "old.mp4");
        var fresh = begin(author, group, "fresh.mp4");
        jdbc.sql("update media.video set created_at = created_at - interval '8 days' where video_id = :id")
                .param("id", old.videoId().value())
                .update();

        uploads.removeAbandoned();
        removals.removeDue();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uploads.resume(author, old.videoId()));
        assertThat(uploads.resume(author, fresh.videoId()).upload()).isEqualTo(fresh);
        await().until(() -> uploadIdsOf(old.key()), List::isEmpty);
        assertThat(uploadIdsOf(fresh.key())).containsExactly(fresh.uploadId());
    }

    @Test
    void oneThatWasBegunInTheStoreAndNeverNotedIsAbortedInTime() {
        var group = groups.all().getFirst().id();
        var author = new Caller(PersonId.next(), Set.of(new Caller.Grant(Role.AUTHOR, group.value())));
        var noted = begin(author, group, "noted.mp4");
        var unnoted = ContentKeys.source(ContentId.of(VideoId.next()));
        var ofAnImport = "imports/" + VideoId.next();
        store.beginUpload(unnoted);
        store.beginUpload(ofAnImport);
        var others = store.beginUpload("of-somebody-else");

        strays(Duration.ZERO).abort();
        assertThat(uploadIdsOf(unnoted)).hasSize(1);

        strays(Duration.ofDays(8)).abort();
        assertThat(uploadIdsOf(unnoted)).isEmpty();
        assertThat(uploadIdsOf(ofAnImport)).isEmpty();
        assertThat(uploadIdsOf(noted.key())).containsExactly(noted.uploadId());
        assertThat(uploadIdsOf("of-somebody-else")).containsExactly(others);
        store.abortUpload("of-somebody-else", others);
    }

    @Test
    void housekeepingIsArrangedWithTheJobsOfAllFeaturesAndNotWithVideosToProcess() {
        await().untilAsserted(() -> assertThat(housekeeping("jobs.job"))
                .contains(
                        "remove-abandoned-uploads",
                        "abort-stray-uploads",
                        "remove-unused-objects",
                        "remove-abandoned-files",
                        "remove-retired-runs"));
        assertThat(housekeeping("media.job")).isEmpty();
    }

    private List<String> housekeeping(String queue) {
        return jdbc.sql("select task_name from %s where task_name like 'remove-%%' or task_name like 'abort-%%'"
                        .formatted(queue))
                .query(String.class)
                .list();
    }

    /** As it will be then. */
    private StrayUploads strays(Duration later) {
        return new StrayUploads(multiparts, openUploads, store, properties, Clock.offset(Clock.systemUTC(), later));
    }

    private List<String> uploadIdsOf(String key) {
        return multiparts.all().stream()
                .filter(upload -> upload.key().equals(key))
                .map(MultipartUploads.Begun::uploadId)
                .toList();
    }

    private Upload begin(Caller author, GroupId group, String name) {
        return ((Begun) uploads.begin(author, new NewVideo(group, name, 10, null))).upload();
    }
}
