package academy.artisan.lms.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;

/** Makes arrays of a batch, one for each column, so that one statement writes all of its rows. */
final class Columns {

    private Columns() {}

    static <R, T> T[] of(Collection<R> rows, IntFunction<T[]> array, Function<R, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    static <R> UUID[] ids(Collection<R> rows, Function<R, Id> id) {
        return rows.stream().map(row -> id.apply(row).value()).toArray(UUID[]::new);
    }

    /** As text, because the driver binds no array of times. */
    static <R> @Nullable String[] times(Collection<R> rows, Function<R, @Nullable Instant> time) {
        return rows.stream()
                .map(time)
                .map(moment -> moment == null ? null : moment.toString())
                .toArray(String[]::new);
    }
}
