package academy.artisan.lms.course;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files and videos that published versions show, old versions too: somebody may be in the middle of one. */
@Repository
class PublishedMedia implements MediaUse {

    private final JdbcClient jdbc;

    PublishedMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isUsed(FileId file) {
        return isUsed(file.value());
    }

    @Override
    public boolean isUsed(VideoId video) {
        return isUsed(video.value());
    }

    private boolean isUsed(UUID media) {
        return jdbc.sql(
                        "select exists (select from course.version where course.media_of(content) @> array[:media::uuid])")
                .param("media", media)
                .query(Boolean.class)
                .single();
    }
}
