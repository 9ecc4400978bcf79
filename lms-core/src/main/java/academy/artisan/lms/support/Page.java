package academy.artisan.lms.support;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by keyset.
 *
 * @param items the items, in the order of the list
 * @param next what to pass as {@code after} for the following page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int MAX_LIMIT = 200;

    /** Cuts a page from a read of up to {@code limit + 1} rows: the one too many says that there is a next page. */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
