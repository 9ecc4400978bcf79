package academy.artisan.lms.progress.inflight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.progress.ProgressUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import static academy.artisan.lms.progress.inflight.InFlightStore.bytes;
import static academy.artisan.lms.progress.inflight.InFlightStore.text;

/** How much was credited to learners on the last days, as Redis knows it. */
@Component
public class DaysInFlight {

    private static final Logger log = LoggerFactory.getLogger(DaysInFlight.class);
    private static final String KNOWN = "known";

    private final InFlightStore store;

    DaysInFlight(InFlightStore store) {
        this.store = store;
    }

    /** One round trip; nothing while Redis is away. */
    public Map<LocalDate, Integer> of(PersonId learner) {
        var days = new HashMap<LocalDate, Integer>();
        try {
            Map<byte[], byte[]> fields =
                    store.call(connection -> connection.hashCommands().hGetAll(bytes(Shards.days(learner))));
            fields.forEach((day, seconds) -> {
                if (!text(day).equals(KNOWN)) {
                    days.put(LocalDate.ofEpochDay(Long.parseLong(text(day))), Integer.parseInt(text(seconds)));
                }
            });
        } catch (ProgressUnavailable unavailable) {
            log.warn("Learning days are shown as they are settled: {}", String.valueOf(unavailable.getCause()));
        }
        return days;
    }
}
