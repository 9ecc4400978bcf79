package academy.artisan.lms.embedded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of ours and the signal that asks it to end. */
record RunningProcess(ProcessHandle handle, String endSignal) {

    /** Asks it to end and, if it does not within that time, ends it and whatever it started by force. */
    void end(Duration patience) {
        if (!handle.isAlive()) {
            return;
        }
        var family = family();
        Launcher.signal(endSignal, handle.pid());
        if (!ended(family.getFirst(), patience)) {
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(process -> ended(process, patience));
        }
    }

    private List<ProcessHandle> family() {
        return Stream.concat(Stream.of(handle), handle.descendants()).toList();
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        return process.onExit()
                .thenApply(ignored -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
