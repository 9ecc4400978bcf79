package academy.artisan.lms.media.transcode;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.media.content.ContentId;
import academy.artisan.lms.media.content.ContentKeys;
import academy.artisan.lms.media.source.Failure;
import academy.artisan.lms.media.storage.Removals;
import com.github.kagkarlsson.scheduler.task.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of content that is processed. A run claims its content first; everything it writes later is refused once
 * another run has claimed the same.
 */
@Repository
class Transcodings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Restarts restarts;
    private final TranscodingJobs again;
    private final Removals removals;
    private final ProcessingNews news;
    private final Clock clock;

    Transcodings(
            JdbcClient jdbc,
            JsonMapper json,
            Restarts restarts,
            TranscodingJobs again,
            Removals removals,
            ProcessingNews news,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.restarts = restarts;
        this.again = again;
        this.removals = removals;
        this.news = news;
        this.clock = clock;
    }

    /** False if there is nothing to process (any more). */
    boolean claim(ContentId contentId, UUID run) {
        return jdbc.sql("""
                update media.content
                set claim_id = :run, progress_percent = 0, attempts = attempts + 1, since = :now
                where content_id = :contentId and (state = 'PROCESSING' or rebuild)
                """)
                        .param("contentId", contentId.value())
                        .param("run", run)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whether it was removed, so that whatever a run left has to go. */
    boolean isGone(ContentId contentId) {
        return jdbc.sql("select not exists (select from media.content where content_id = :contentId)")
                .param("contentId", contentId.value())
                .query(Boolean.class)
                .single();
    }

    /** The runs of which renditions are played. */
    List<UUID> runs(ContentId contentId) {
        return jdbc.sql("select run_id from media.run where content_id = :contentId")
                .param("contentId", contentId.value())
                .query(UUID.class)
                .list();
    }

    void progress(ContentId contentId, UUID run, int percent) {
        requireOwn(jdbc.sql("""
                update media.content set progress_percent = :percent
                where content_id = :contentId and claim_id = :run and (state = 'PROCESSING' or rebuild)
                """)
                .param("contentId", contentId.value())
                .param("run", run)
                .param("percent", percent)
                .update());
    }

    /** What was found out by reading a source. */
    enum Identity {
        NEW,
        /** The same bytes are there already: the videos have them now, and these are forgotten. */
        STORED_BEFORE,
        /** Not what the author announced. */
        OTHER_THAN_ANNOUNCED
    }

    /** Notes the digest of a source; the same content is never kept twice, whoever brings it when. */
    @Transactional
    Identity identify(ContentId contentId, UUID run, String sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:sha256))")
                .param("sha256", sha256)
                .query((row, ignored) -> true)
                .single();
        if (isAnnouncedOtherwise(contentId, sha256)) {
            return Identity.OTHER_THAN_ANNOUNCED;
        }
        var same = other(contentId, sha256);
        if (same.isEmpty()) {
            requireOwn(jdbc.sql("""
                    update media.content set sha256 = :sha256 where content_id = :contentId and claim_id = :run
                    """)
                    .param("contentId", contentId.value())
                    .param("run", run)
                    .param("sha256", sha256)
                    .update());
            return Identity.NEW;
        }
        return replace(contentId, same.get()) ? Identity.STORED_BEFORE : Identity.NEW;
    }

    private boolean isAnnouncedOtherwise(ContentId contentId, String sha256) {
        return jdbc.sql("""
                select exists (select from media.video where content_id = :contentId and announced_sha256 <> :sha256)
                """)
                .param("contentId", contentId.value())
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private Optional<ContentId> other(ContentId contentId, String sha256) {
        return jdbc.sql("select content_id from media.content where sha256 = :sha256 and content_id <> :contentId")
                .param("contentId", contentId.value())
                .param("sha256", sha256)
                .query((row, ignored) -> new ContentId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** False if it is played already: then it stays. */
    private boolean replace(ContentId contentId, ContentId same) {
        var isPlayed = !runs(contentId).isEmpty();
        if (!isPlayed) {
            jdbc.sql("update media.video set content_id = :same where content_id = :contentId")
                    .param("contentId", contentId.value())
                    .param("same", same.value())
                    .update();
            jdbc.sql("delete from media.content where content_id = :contentId")
                    .param("contentId", contentId.value())
                    .update();
            removals.note(ContentKeys.prefix(contentId));
            goOn(same);
        }
        return !isPlayed;
    }

    /** Whoever brings bytes that failed before may expect more luck, unless the reason is in them. */
    private void goOn(ContentId same) {
        if (restarts.tryAgainUnlessInBytes(same)) {
            again.add(List.of(same), Priority.MEDIUM);
        } else {
            news.tell(same);
        }
    }

    /**
     * Shows the video and all its renditions at once, when all their objects are in the store.
     *
     * @param bytes of all these objects
     */
    @Transactional
    void ready(ContentId contentId, UUID run, Made made, long bytes) {
        requireOwn(jdbc.sql("""
                update media.content
                set state = 'READY', progress_percent = 100, length_ms = coalesce(length_ms, :length),
                    current_run = :run, rebuild = false, last_error = null, finished_at = :now, since = :now
                where content_id = :contentId and claim_id = :run and (state = 'PROCESSING' or rebuild)
                """)
                .param("contentId", contentId.value())
                .param("run", run)
                .param("length", made.length().toMillis())
                .param("now", now())
                .update());
        jdbc.sql("""
                insert into media.run (run_id, content_id, ladder, poster_key, thumbnails, encryption_key, bytes, made_at)
                values (:run, :contentId, :ladder, :posterKey, :thumbnails::jsonb, :encryptionKey, :bytes, :now)
                """)
                .param("run", run)
                .param("contentId", contentId.value())
                .param("ladder", made.ladder())
                .param("posterKey", ContentKeys.run(contentId, run) + Transcoder.POSTER)
                .param("thumbnails", made.thumbnails() == null ? null : json.writeValueAsString(made.thumbnails()))
                .param("encryptionKey", made.encryptionKey())
                .param("bytes", bytes)
                .param("now", now())
                .update();
        made.renditions().forEach(rendition -> add(contentId, run, rendition));
        jdbc.sql("""
                update media.run set retired_at = :now
                where content_id = :contentId and run_id <> :run and retired_at is null
                """)
                .param("contentId", contentId.value())
                .param("run", run)
                .param("now", now())
                .update();
    }

    private void add(ContentId contentId, UUID run, Rendition rendition) {
        var frames = rendition.frames();
        jdbc.sql("""
                insert into media.rendition
                    (run_id, name, kind, width, height, peak_bits_per_second, average_bits_per_second,
                     codecs, frame_rate, segment_seconds, key_prefix)
                values
                    (:run, :name, :kind, :width, :height, :peak, :average, :codecs, :frameRate, :segmentSeconds, :keyPrefix)
                """)
                .param("run", run)
                .param("name", rendition.name())
                .param("kind", frames == null ? "AUDIO" : "VIDEO")
                .param("width", frames == null ? null : frames.width())
                .param("height", frames == null ? null : frames.height())
                .param("peak", rendition.peakBitsPerSecond())
                .param("average", rendition.averageBitsPerSecond())
                .param("codecs", rendition.codecs())
                .param("frameRate", frames == null ? null : frames.perSecond())
                .param("segmentSeconds", rendition.segmentSeconds().toArray(Double[]::new))
                .param("keyPrefix", ContentKeys.run(contentId, run) + rendition.name() + "/")
                .update();
    }

    /**
     * Ends the processing of content for good, unless another run has claimed it; what is played already goes on being
     * played.
     */
    @Transactional
    void failed(ContentId contentId, UUID run, Failure failure) {
        end(contentId, run, "FAILED", failure);
    }

    /** Processing failed again and again, whichever run it was: a person has to decide. */
    @Transactional
    void held(ContentId contentId) {
        end(contentId, null, "HELD", Failure.PROCESSING_FAILED);
    }

    private void end(ContentId contentId, @Nullable UUID run, String state, Failure failure) {
        var ended = jdbc.sql("""
                update media.content set state = :state, failure = :failure, finished_at = :now, since = :now
                where content_id = :contentId and state = 'PROCESSING' and (:run::uuid is null or claim_id = :run)
                """)
                .param("contentId", contentId.value())
                .param("run", run)
                .param("state", state)
                .param("failure", failure.code())
                .param("now", now())
                .update();
        if (ended > 0) {
            news.tell(contentId);
        }
        jdbc.sql("""
                update media.content set rebuild = false, rebuild_failure = :failure, since = :now
                where content_id = :contentId and rebuild and (:run::uuid is null or claim_id = :run)
                """)
                .param("contentId", contentId.value())
                .param("run", run)
                .param("failure", failure.code())
                .param("now", now())
                .update();
    }

    /** Notes why an attempt failed that is made again later, unless another was begun meanwhile. */
    void failedForNow(ContentId contentId, UUID run, Throwable why) {
        jdbc.sql("update media.content set last_error = :error where content_id = :contentId and claim_id = :run")
                .param("contentId", contentId.value())
                .param("run", run)
                .param("error", LastError.of(why))
                .update();
    }

    /** Forgets the runs that were retired that long ago, with their objects. */
    @Transactional
    void removeRetired(Duration playedFor) {
        jdbc.sql("delete from media.run where retired_at < :limit returning content_id, run_id")
                .param("limit", clock.instant().minus(playedFor).atOffset(ZoneOffset.UTC))
                .query((row, ignored) -> ContentKeys.run(
                        new ContentId(row.getObject("content_id", UUID.class)), row.getObject("run_id", UUID.class)))
                .list()
                .forEach(removals::note);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void requireOwn(int rows) {
        if (rows == 0) {
            throw new RunSuperseded();
        }
    }
}
