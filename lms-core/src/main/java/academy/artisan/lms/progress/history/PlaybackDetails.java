package academy.artisan.lms.progress.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.progress.PlaybackRecord;
import academy.artisan.lms.progress.PlaybackRecord.CreditedStretch;
import academy.artisan.lms.progress.PlaybackRecord.PresenceCheck;
import academy.artisan.lms.progress.PlaybackRecord.RefusedClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What playbacks were credited, refused and asked: of each so much at most. Every method is one statement. */
@Repository
class PlaybackDetails {

    /** @param until when the last second was credited */
    record Credited(int seconds, int count, @Nullable Instant until, List<CreditedStretch> shown) {

        static final Credited NOTHING = new Credited(0, 0, null, List.of());
    }

    record Checks(int count, List<PresenceCheck> shown) {

        static final Checks NONE = new Checks(0, List.of());
    }

    private final JdbcClient jdbc;

    PlaybackDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Credited> credited(Collection<UUID> playbacks) {
        var credited = new HashMap<UUID, Credited>();
        ofEach(playbacks, """
                select sum(to_second - from_second) over () as seconds, count(*) over () as count,
                       max(until) over () as last, from_second, to_second, since, until
                from progress.credited_stretch stretch where stretch.playback_id = playback.id
                order by from_second limit :most
                """).query(row -> {
            var id = row.getObject("id", UUID.class);
            if (!credited.containsKey(id)) {
                credited.put(
                        id,
                        new Credited(row.getInt("seconds"), row.getInt("count"), time(row, "last"), new ArrayList<>()));
            }
            credited.getOrDefault(id, Credited.NOTHING)
                    .shown()
                    .add(new CreditedStretch(
                            row.getInt("from_second"),
                            row.getInt("to_second"),
                            time(row, "since"),
                            time(row, "until")));
        });
        return credited;
    }

    /** The newest, in order of time. */
    Map<UUID, List<RefusedClaim>> refused(Collection<UUID> playbacks) {
        var refused = new HashMap<UUID, List<RefusedClaim>>();
        ofEach(playbacks, """
                select * from (
                    select * from progress.refusal where refusal.playback_id = playback.id
                    order by until desc limit :most
                ) newest order by since
                """).query(row -> {
            refused.computeIfAbsent(row.getObject("id", UUID.class), ignored -> new ArrayList<>())
                    .add(new RefusedClaim(
                            row.getString("reason"),
                            row.getInt("most_seconds"),
                            row.getInt("from_second"),
                            row.getInt("to_second"),
                            time(row, "since"),
                            time(row, "until"),
                            row.getInt("heartbeats")));
        });
        return refused;
    }

    /** The newest, in order of time. */
    Map<UUID, Checks> checks(Collection<UUID> playbacks) {
        var checks = new HashMap<UUID, Checks>();
        ofEach(playbacks, """
                select * from (
                    select count(*) over () as count, issued_at, answered_at from progress.presence_check
                    where presence_check.playback_id = playback.id order by issued_at desc limit :most
                ) newest order by issued_at
                """).query(row -> {
            var id = row.getObject("id", UUID.class);
            if (!checks.containsKey(id)) {
                checks.put(id, new Checks(row.getInt("count"), new ArrayList<>()));
            }
            checks.getOrDefault(id, Checks.NONE)
                    .shown()
                    .add(new PresenceCheck(
                            time(row, "issued_at"),
                            row.getObject("answered_at") == null ? null : time(row, "answered_at")));
        });
        return checks;
    }

    private StatementSpec ofEach(Collection<UUID> playbacks, String sql) {
        return jdbc.sql("select * from unnest(:playbacks::uuid[]) as playback (id) cross join lateral (%s) as shown"
                        .formatted(sql))
                .param("playbacks", playbacks.toArray(UUID[]::new))
                .param("most", PlaybackRecord.MOST_SHOWN);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
