package academy.artisan.lms.media.program;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
class ConfinementTests {

    private final Confinement confinement = Confinement.ofThisSystem();

    @Test
    void whatTheSystemCanDoIsDone() throws Exception {
        assertThat(confinement.cutsNetwork()).isEqualTo(starts("unshare", "--user", "--net"));
        assertThat(confinement.setsLimits()).isEqualTo(starts("prlimit", "--core=0"));
        assertThat(confinement.endsWithParent()).isEqualTo(starts("setpriv", "--no-new-privs", "--pdeathsig", "KILL"));
    }

    private static boolean starts(String... wrapper) throws InterruptedException {
        try {
            var command = Stream.concat(Stream.of(wrapper), Stream.of("true")).toList();
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
