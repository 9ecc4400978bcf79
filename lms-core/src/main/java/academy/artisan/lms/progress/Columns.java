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

    /** In microseconds since 1970: the driver binds no array of times, and numbers cost PostgreSQL less than texts. */
    static <R> @Nullable Long[] times(Collection<R> rows, Function<R, @Nullable Instant> time) {
        return rows.stream()
                .map(time)
                .map(moment -> moment == null ? null : InFlightStore.micros(moment))
                .toArray(Long[]::new);
    }
}
