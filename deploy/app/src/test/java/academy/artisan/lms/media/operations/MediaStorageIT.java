package academy.artisan.lms.media.operations;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.RequestWork;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static academy.artisan.lms.media.operations.StoredVideos.MADE;
import static academy.artisan.lms.media.operations.StoredVideos.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

/** How much room what each group uploaded takes. */
@StackTest
class MediaStorageIT {

    private static final String STORAGE = "/api/v1/media/storage";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestWork work;

    @Test
    void sharedContentCountsOnceAndTheGroupsAddUpToTheWhole() {
        var academy = new Academy(context);
        var videos = new StoredVideos(context);
        var admin = academy.admin();
        var uploader = Academy.idOf(admin);
        var owner = academy.newGroup(admin);
        var borrower = academy.newGroup(admin);
        var idle = academy.newGroup(admin);
        var before = admin.get(STORAGE).expect(200).path("totalBytes").asLong();

        var film = videos.ready(owner, uploader);
        videos.sharing(film, owner, uploader);
        videos.sharing(film, borrower, uploader);
        videos.unfinished(borrower, uploader, "FAILED", "not-a-video");
        file(borrower, 70);

        var now = admin.get(STORAGE).expect(200);
        assertThat(now.path("totalBytes").asLong() - before).isEqualTo(2 * SOURCE + MADE + 70);
        assertUse(use(now, owner), 2, SOURCE, MADE, 0, 0);
        assertUse(use(now, borrower), 2, SOURCE, 0, SOURCE + MADE, 70);
        assertUse(use(now, idle), 0, 0, 0, 0, 0);
        work.reset();
        admin.get(STORAGE).expect(200);
        assertThat(work.counted().sqlStatements()).isLessThanOrEqualTo(3);
    }

    @Test
    void renditionsAreCountedByTheirRealSizeAlsoTheRetiredOnes() {
        var academy = new Academy(context);
        Api admin = academy.admin();
        var group = academy.newGroup(admin);
        var film = new StoredVideos(context).ready(group, Academy.idOf(admin));
        jdbc.sql("""
                insert into media.run (run_id, content_id, ladder, poster_key, bytes, made_at, retired_at)
                values (gen_random_uuid(), :id, 'older', 'poster', 5, now(), now())
                """).param("id", film.value()).update();
        assertUse(use(admin.get(STORAGE).expect(200), group), 1, SOURCE, MADE + 5, 0, 0);
    }

    private void file(GroupId group, long bytes) {
        jdbc.sql("""
                insert into media.file (file_id, group_id, type, file_name, size_bytes, uploaded_by, created_at, state,
                    sha256, pages, reading_seconds)
                values (gen_random_uuid(), :group, 'PDF', 'a.pdf', :bytes, gen_random_uuid(), now(), 'READY', '00', 1, 1)
                """).param("group", group.value()).param("bytes", bytes).update();
    }

    private static JsonNode use(JsonNode storage, GroupId group) {
        return storage.path("groups")
                .valueStream()
                .filter(use -> use.path("groupId").asString().equals(group.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertUse(JsonNode use, long videos, long sources, long made, long shared, long files) {
        assertThat(use.path("videos").asLong()).isEqualTo(videos);
        assertThat(use.path("sourceBytes").asLong()).isEqualTo(sources);
        assertThat(use.path("renditionBytes").asLong()).isEqualTo(made);
        assertThat(use.path("sharedBytes").asLong()).isEqualTo(shared);
        assertThat(use.path("fileBytes").asLong()).isEqualTo(files);
    }
}
