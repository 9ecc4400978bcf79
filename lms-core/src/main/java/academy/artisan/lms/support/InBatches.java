package academy.artisan.lms.support;

import java.util.function.IntSupplier;

/** Does much a little at a time, so that nobody waits long for what it locks. */
public final class InBatches {

    private InBatches() {}

    /** Removes until there is nothing left to remove; answers how much that was. */
    public static long remove(IntSupplier some) {
        long all = 0;
        for (var removed = some.getAsInt(); removed > 0; removed = some.getAsInt()) {
            all += removed;
        }
        return all;
    }
}
