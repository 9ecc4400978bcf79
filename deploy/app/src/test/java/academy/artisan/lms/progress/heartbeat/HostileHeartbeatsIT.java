package academy.artisan.lms.progress.heartbeat;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is no heartbeat is refused, neither fails nor hangs, and changes nothing. */
class HostileHeartbeatsIT extends AttackedPlayback {

    private static final List<String> NO_HEARTBEATS = List.of(
            "\"sequence\":2147483648",
            "\"sequence\":9223372036854775807",
            "\"sequence\":9223372036854775808",
            "\"sequence\":1e308",
            "\"sequence\":1e999999999",
            "\"sequence\":0",
            "\"sequence\":-1",
            "\"sequence\":\"one\"",
            "\"sequence\":[1]",
            "\"sequence\":null",
            "\"positionSeconds\":1e9",
            "\"positionSeconds\":-1",
            "\"positionSeconds\":NaN",
            "\"positionSeconds\":\"NaN\"",
            "\"positionSeconds\":Infinity",
            "\"positionSeconds\":\"Infinity\"",
            "\"positionSeconds\":1e999999999",
            "\"positionSeconds\":null",
            "\"positionSeconds\":{}",
            "\"rate\":16.1",
            "\"rate\":0",
            "\"rate\":-1",
            "\"rate\":\"NaN\"",
            "\"rate\":\"-Infinity\"",
            "\"rate\":1e308",
            "\"rate\":null",
            "\"playedSeconds\":-1",
            "\"playedSeconds\":1e308",
            "\"playedSeconds\":\"NaN\"",
            "\"visible\":\"perhaps\"",
            "\"visible\":[]",
            "\"intervals\":null",
            "\"intervals\":7",
            "\"intervals\":\"all\"",
            "\"intervals\":[7]",
            "\"intervals\":[null]",
            "\"intervals\":[[]]",
            "\"intervals\":[[0]]",
            "\"intervals\":[[0,null]]",
            "\"intervals\":[[0,1,2]]",
            "\"intervals\":[[[0,300]]]",
            "\"intervals\":[[[[[[0]]]]],300]",
            "\"intervals\":[{\"from\":0,\"to\":300}]",
            "\"intervals\":[[0,\"NaN\"]]",
            "\"intervals\":[[\"-Infinity\",300]]",
            "\"intervals\":[[0,1e308]]",
            "\"intervals\":[[-5,300]]",
            "\"intervals\":[[0,1000000]]",
            "\"intervals\":[[300,0]]",
            "\"intervals\":[[0,300]");

    @Test
    void whatIsNoHeartbeatIsRefusedAndChangesNothing() {
        for (var field : NO_HEARTBEATS) {
            var report =
                    EVERYTHING.replaceFirst(field.substring(0, field.indexOf(':')) + ":(\\[.*\\]|[^,}]*)", "\"was\":0");
            assertRefused(report.substring(0, report.length() - 1) + "," + field + "}");
        }
        List.of("null", "7", "[]", "\"all\"", "{}", " ").forEach(this::assertRefused);
        assertThat(covered()).isZero();
    }

    @Test
    void megabytesOfIntervalsAreRefused() {
        for (var count : List.of(501, 1_000_000 / 8, 5_000_000 / 8)) {
            assertRefused(reportOf("[[0,300]" + ",[0,300]".repeat(count - 1) + "]"));
        }
        assertRefused(reportOf("[[0,1" + "0".repeat(1_000_000) + "]]"));
        assertThat(covered()).isZero();
    }

    @Test
    void deepNestingIsRefused() {
        for (var depth : List.of(900, 100_000)) {
            assertRefused(reportOf("[".repeat(depth) + "]".repeat(depth)));
            assertRefused("[".repeat(depth));
            assertRefused("{\"other\":".repeat(depth));
        }
        assertThat(covered()).isZero();
    }

    private static String reportOf(String intervals) {
        return "{\"sequence\":1,\"positionSeconds\":0,\"rate\":1,\"intervals\":" + intervals + "}";
    }
}
