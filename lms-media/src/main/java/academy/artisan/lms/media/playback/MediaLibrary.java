package academy.artisan.lms.media.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.course.VideoLibrary;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.PlaybackToken;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.progress.VideoStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MediaLibrary implements VideoLibrary {

    private static final Duration PREVIEW = Duration.ofHours(4);

    private static final String FACTS = """
            select video.video_id, video.group_id, content.state, content.length_ms
            from media.video left join media.content using (content_id) where video.video_id = any (:ids)
            """;

    private final JdbcClient jdbc;
    private final PlaybackTokens tokens;
    private final VideoStreams streams;
    private final Clock clock;

    MediaLibrary(JdbcClient jdbc, PlaybackTokens tokens, VideoStreams streams, Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public Map<VideoId, VideoFacts> find(Collection<VideoId> ids) {
        return facts(FACTS, ids);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<VideoId, VideoFacts> hold(Collection<VideoId> ids) {
        return facts(FACTS + "for key share of video", ids);
    }

    private Map<VideoId, VideoFacts> facts(String sql, Collection<VideoId> ids) {
        return jdbc
                .sql(sql)
                .param("ids", ids.stream().map(VideoId::value).distinct().toArray(UUID[]::new))
                .query((row, ignored) -> facts(row))
                .list()
                .stream()
                .collect(Collectors.toMap(VideoFacts::id, Function.identity()));
    }

    @Override
    public @Nullable String previewUrl(VideoId id, PersonId viewer) {
        var facts = find(List.of(id)).get(id);
        if (facts == null || facts.length() == null) {
            return null;
        }
        var now = clock.instant();
        var token = PlaybackToken.preview(viewer, id, facts.length(), now, now.plus(PREVIEW));
        return streams.playlistUrl(token.playbackId(), tokens.sign(token));
    }

    private static VideoFacts facts(ResultSet row) throws SQLException {
        var length = row.getObject("length_ms", Long.class);
        return new VideoFacts(
                new VideoId(row.getObject("video_id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                "READY".equals(row.getString("state")),
                length == null ? null : Duration.ofMillis(length));
    }
}
