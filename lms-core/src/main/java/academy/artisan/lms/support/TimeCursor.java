package academy.artisan.lms.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A place in a list ordered by time and, at the same time, by id: the key of the last item that was read. */
public record TimeCursor(Instant at, UUID id) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public String encode() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }

    /**
     * Reads what a caller passes as {@code after}.
     *
     * @throws InvalidFields if it is no cursor
     */
    public static @Nullable TimeCursor decode(@Nullable String after) {
        if (after == null) {
            return null;
        }
        var form = FORM.matcher(after);
        if (!form.matches()) {
            throw new InvalidFields("after", "Cursor", "is not a cursor of this list");
        }
        var at = Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS);
        return new TimeCursor(at, UUID.fromString(form.group(2)));
    }
}
