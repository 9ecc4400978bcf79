package academy.artisan.lms.authoring.draft;

import java.util.UUID;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.MediaUse;
import academy.artisan.lms.course.VideoId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files and videos that drafts show as they are now; deleted ones too, since they can be brought back. */
@Component
class DraftMedia implements MediaUse {

    private final JdbcClient jdbc;

    DraftMedia(JdbcClient jdbc) {
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
        return jdbc.sql("""
                        select exists (
                            select from authoring.draft where authoring.media_of(content) @> array[:media::uuid])
                        """).param("media", media).query(Boolean.class).single();
    }
}
