package academy.artisan.lms.progress.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import academy.artisan.lms.support.InBatches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes evidence that was kept long enough, a playback with all that belongs to it at a time, and a few of them by
 * one statement. Ids of playbacks are sorted by time, so that the oldest are found first. Coverage stays, and it is
 * noted for which seconds of it there is no proof any more.
 */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final EvidenceProperties properties;
    private final ZoneId zone;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            EvidenceProperties properties,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.zone = zone;
        this.clock = clock;
    }

    void removeOld() {
        var playbacks = InBatches.remove(() -> removePlaybacks(horizon(properties.evidenceKept())));
        var refusals = InBatches.remove(() -> removeRefusals(horizon(properties.refusalsKept())));
        var checks = InBatches.remove(() -> removeChecks(horizon(properties.evidenceChecksKept())));
        log.info("{} playbacks, {} refusals and {} evidence checks were kept long enough", playbacks, refusals, checks);
    }

    private Instant horizon(Period kept) {
        return clock.instant().atZone(zone).minus(kept).toInstant();
    }

    /** Nobody waits for these rows but who would remove them, too. */
    private int removePlaybacks(Instant horizon) {
        return jdbc.sql("""
                        with old as (
                            select playback_id, enrolment_id, lesson_id from progress.playback playback
                            where playback_id < :first and greatest(opened_at, renewed_at) < :horizon
                              and not exists (select from progress.credited_stretch stretch
                                              where stretch.playback_id = playback.playback_id and until >= :horizon)
                            order by playback_id limit :batch for update skip locked
                        ), stretches as (
                            delete from progress.credited_stretch stretch using old
                            where stretch.playback_id = old.playback_id
                            returning enrolment_id, lesson_id, int4range(from_second, to_second) as seconds
                        ), noted as (
                            insert into progress.unproved_coverage as known (enrolment_id, lesson_id, cause, seconds)
                            select enrolment_id, lesson_id, 'RETENTION', range_agg(seconds)
                            from stretches group by enrolment_id, lesson_id
                            on conflict (enrolment_id, lesson_id, cause)
                            do update set seconds = known.seconds + excluded.seconds
                        ), refusals as (
                            delete from progress.refusal using old where refusal.playback_id = old.playback_id
                        ), checks as (
                            delete from progress.presence_check using old
                            where presence_check.playback_id = old.playback_id
                        )
                        delete from progress.playback using old where playback.playback_id = old.playback_id
                        """)
                .param("first", firstIdOf(horizon))
                .param("horizon", horizon.atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .update();
    }

    private int removeRefusals(Instant horizon) {
        return jdbc.sql("""
                        delete from progress.refusal using (
                            select playback_id, reason, since from progress.refusal
                            where playback_id < :first and until < :horizon
                            order by playback_id limit :batch for update skip locked
                        ) old
                        where (refusal.playback_id, refusal.reason, refusal.since)
                            = (old.playback_id, old.reason, old.since)
                        """)
                .param("first", firstIdOf(horizon))
                .param("horizon", horizon.atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .update();
    }

    /** With the differences that they name. */
    private int removeChecks(Instant horizon) {
        return jdbc.sql("""
                        delete from progress.evidence_check using (
                            select check_id from progress.evidence_check
                            where check_id < :first order by check_id limit :batch for update skip locked
                        ) old
                        where evidence_check.check_id = old.check_id
                        """)
                .param("first", firstIdOf(horizon))
                .param("batch", BATCH)
                .update();
    }

    /** The least UUIDv7 of a millisecond. */
    static UUID firstIdOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000, 1L << 63);
    }
}
