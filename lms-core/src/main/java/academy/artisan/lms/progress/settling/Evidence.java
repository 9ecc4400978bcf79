package academy.artisan.lms.progress.settling;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.progress.settling.Changed.Asked;
import academy.artisan.lms.progress.settling.Changed.Refused;
import academy.artisan.lms.progress.settling.Changed.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was credited and refused, when and by which playback, in PostgreSQL. It only grows. */
@Repository
class Evidence {

    private final JdbcClient jdbc;

    Evidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what is new in a batch, and nothing twice. */
    void write(List<Changed> batch) {
        writeStretches(batch.stream()
                .flatMap(change -> change.stretches().stream())
                .sorted(Comparator.comparing(Stretch::playback).thenComparingInt(Stretch::from))
                .toList());
        writeRefusals(batch.stream()
                .flatMap(change -> change.refusals().stream())
                .sorted(Comparator.comparing(Refused::playback).thenComparing(Refused::reason))
                .toList());
        writeChecks(batch.stream()
                .flatMap(change -> change.asked().stream())
                .sorted(Comparator.comparing(Asked::challenge))
                .toList());
    }

    /** What an older release credited, and had not settled when this one took its place. */
    void noteUnproved(List<Changed> batch) {
        var unproved = batch.stream().filter(Changed::isWithoutEvidence).toList();
        if (unproved.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into progress.unproved_coverage as known (enrolment_id, lesson_id, cause, seconds)
                select enrolment, lesson, 'BEFORE_EVIDENCE', coverage::int4multirange - coalesce((
                           select range_agg(int4range(from_second, to_second))
                           from progress.playback join progress.credited_stretch using (playback_id)
                           where enrolment_id = enrolment and lesson_id = lesson), '{}')
                from unnest(:enrolments::uuid[], :lessons::uuid[], :coverages::text[])
                     as change (enrolment, lesson, coverage)
                on conflict (enrolment_id, lesson_id, cause) do update set seconds = known.seconds + excluded.seconds
                """)
                .param(
                        "enrolments",
                        Columns.ids(unproved, change -> change.lesson().enrolment()))
                .param(
                        "lessons",
                        Columns.ids(unproved, change -> change.lesson().lesson()))
                .param(
                        "coverages",
                        Columns.of(
                                unproved,
                                String[]::new,
                                change -> change.coverage().toMultirange()))
                .update();
    }

    private void writeStretches(List<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into progress.credited_stretch as known (playback_id, from_second, to_second, since, until)
                select playback, from_, to_, timestamptz 'epoch' + since * interval '1 microsecond',
                       timestamptz 'epoch' + until * interval '1 microsecond'
                from unnest(:playbacks::uuid[], :froms::int[], :tos::int[], :sinces::bigint[], :untils::bigint[])
                     as stretch (playback, from_, to_, since, until)
                on conflict (playback_id, from_second) do update set
                    to_second = excluded.to_second, until = greatest(known.until, excluded.until)
                where excluded.to_second > known.to_second
                """)
                .param("playbacks", Columns.of(stretches, UUID[]::new, Stretch::playback))
                .param("froms", Columns.of(stretches, Integer[]::new, Stretch::from))
                .param("tos", Columns.of(stretches, Integer[]::new, Stretch::to))
                .param("sinces", Columns.times(stretches, Stretch::since))
                .param("untils", Columns.times(stretches, Stretch::until))
                .update();
    }

    private void writeRefusals(List<Refused> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into progress.refusal as known
                    (playback_id, reason, since, until, heartbeats, most_seconds, from_second, to_second)
                select playback, reason, timestamptz 'epoch' + since * interval '1 microsecond',
                       timestamptz 'epoch' + until * interval '1 microsecond', heartbeats, most, from_, to_
                from unnest(:playbacks::uuid[], :reasons::text[], :sinces::bigint[], :untils::bigint[],
                            :heartbeats::int[], :most::int[], :froms::int[], :tos::int[])
                     as refused (playback, reason, since, until, heartbeats, most, from_, to_)
                on conflict (playback_id, reason, since) do update set
                    until = greatest(known.until, excluded.until),
                    heartbeats = greatest(known.heartbeats, excluded.heartbeats),
                    most_seconds = greatest(known.most_seconds, excluded.most_seconds),
                    from_second = least(known.from_second, excluded.from_second),
                    to_second = greatest(known.to_second, excluded.to_second)
                where excluded.heartbeats > known.heartbeats
                """)
                .param("playbacks", Columns.of(refusals, UUID[]::new, Refused::playback))
                .param("reasons", Columns.of(refusals, String[]::new, Refused::reason))
                .param("sinces", Columns.times(refusals, Refused::since))
                .param("untils", Columns.times(refusals, Refused::until))
                .param("heartbeats", Columns.of(refusals, Integer[]::new, Refused::heartbeats))
                .param("most", Columns.of(refusals, Integer[]::new, Refused::most))
                .param("froms", Columns.of(refusals, Integer[]::new, Refused::from))
                .param("tos", Columns.of(refusals, Integer[]::new, Refused::to))
                .update();
    }

    /** One that is asked in one lesson may be answered in the next, and both be settled together. */
    private void writeChecks(List<Asked> checks) {
        if (checks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into progress.presence_check as known (challenge_id, playback_id, issued_at, answered_at)
                select distinct on (challenge) challenge, playback, timestamptz 'epoch' + issued * interval '1 microsecond',
                       timestamptz 'epoch' + answered * interval '1 microsecond'
                from unnest(:challenges::uuid[], :playbacks::uuid[], :issued::bigint[], :answered::bigint[]) as asked (challenge, playback, issued, answered)
                order by challenge, answered nulls last
                on conflict (challenge_id) do update set
                    answered_at = coalesce(known.answered_at, excluded.answered_at)
                """)
                .param("challenges", Columns.of(checks, UUID[]::new, Asked::challenge))
                .param("playbacks", Columns.of(checks, UUID[]::new, Asked::playback))
                .param("issued", Columns.times(checks, Asked::at))
                .param("answered", Columns.times(checks, Asked::answeredAt))
                .update();
    }
}
