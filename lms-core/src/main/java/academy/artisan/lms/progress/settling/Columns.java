package academy.artisan.lms.progress.settling;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import academy.artisan.lms.progress.inflight.InFlightStore;
import academy.artisan.lms.support.Id;
import org.jspecify.annotations.Nullable;

/** Makes arrays of a batch, one for each column, so that one statement writes all of its rows. */
final class Columns {

    private Columns() {}

    static <R, T extends @Nullable Object> T[] of(Collection<R> rows, IntFunction<T[]> array, Function<R, T> value) {
        var column = array.apply(rows.size());
        var at = 0;
        for (var row : rows) {
            column[at++] = value.apply(row);
        }
        return column;
    }

    static <R> UUID[] ids(Collection<R> rows, Function<R, Id> id) {
        return of(rows, UUID[]::new, row -> id.apply(row).value());
    }

    /** In microseconds since 1970: the driver binds no array of times, and numbers cost PostgreSQL less than texts. */
    static <R> @Nullable Long[] times(Collection<R> rows, Function<R, @Nullable Instant> time) {
        return of(rows, Long[]::new, row -> {
            var moment = time.apply(row);
            return moment == null ? null : InFlightStore.micros(moment);
        });
    }
}
