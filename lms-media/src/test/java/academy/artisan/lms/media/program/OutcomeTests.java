package academy.artisan.lms.media.program;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeTests {

    /** Signals by their numbers on Linux. */
    @ParameterizedTest
    @CsvSource({
        "130, interrupted, ''",
        "137, killed, ''",
        "143, terminated, ''",
        "255, asked to end, 'Error writing trailer: Immediate exit requested'",
        "126, not executable, 'setpriv: failed to execute ffmpeg: Permission denied'",
        "127, a library is missing, 'ffmpeg: error while loading shared libraries: libva.so.2'",
        "1, no namespace, 'unshare: unshare failed: No space left on device'",
        "1, no namespace, 'unshare: unshare failed: Operation not permitted'",
        "1, no limits, 'prlimit: failed to set the AS resource limit: Operation not permitted'",
        "228, full disk, 'Error writing trailer: No space left on device'",
    })
    void whatMayGoWellNextTimeIsNoFaultOfTheContent(int exitCode, String why, String errors) {
        var outcome = new Outcome(exitCode, errors);
        assertThat(outcome.isNoFaultOfTheContent()).as(why).isTrue();
        assertThat(outcome.isBeyondLimits()).as(why).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "152, processor time, ''",
        "153, file size, ''",
        "139, crash, ''",
        "134, abort, 'terminate called after throwing an instance of std::bad_alloc'",
        "244, memory, '[h264 @ 0x1] get_buffer() failed: Cannot allocate memory'",
        "187, memory, '[libx264 @ 0x1] malloc of size 3110400 failed'",
    })
    void whatWouldEndTheSameWayAgainIsBeyondLimits(int exitCode, String why, String errors) {
        var outcome = new Outcome(exitCode, errors);
        assertThat(outcome.isBeyondLimits()).as(why).isTrue();
        assertThat(outcome.isNoFaultOfTheContent()).as(why).isFalse();
    }

    /** ffmpeg ends with the last byte of its error codes, many of which are beyond 128. */
    @ParameterizedTest
    @CsvSource({
        "1, ffprobe, 'source: Invalid data found when processing input'",
        "183, invalid data, 'Error opening input files: Invalid data found when processing input'",
        "234, invalid argument, 'Error opening output files: Invalid argument'",
        "69, too many errors, ''",
        "255, error -1, 'Error opening input files: Operation not permitted'",
        "1, a text of the content, '[mov @ 0x1] unshare: nothing'",
    })
    void whatTheProgramItselfRefusesIsTheContentsFault(int exitCode, String why, String errors) {
        var outcome = new Outcome(exitCode, errors);
        assertThat(outcome.isNoFaultOfTheContent()).as(why).isFalse();
        assertThat(outcome.isBeyondLimits()).as(why).isFalse();
        assertThat(outcome.isSuccess()).as(why).isFalse();
    }
}
