package academy.artisan.lms.search.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import org.jspecify.annotations.Nullable;

/** Fills an index page by page: while some are being written, the next is read. */
final class IndexFilling {

    private static final int WRITTEN_AT_ONCE = 3;

    private final Contents contents;
    private final SearchIndex index;
    private final String name;

    IndexFilling(Contents contents, SearchIndex index, String name) {
        this.contents = contents;
        this.index = index;
        this.name = name;
    }

    /** Is told how far all is written, and what is refused of the last page, and answers whether to go on. */
    @FunctionalInterface
    interface Progress {

        boolean isTold(@Nullable CourseId after, long done, Set<CourseId> refused);
    }

    private record Written(
            Future<Set<CourseId>> page, @Nullable CourseId last, int size) {}

    /** From behind a course to the end; answers false if it was told to stop. */
    boolean run(@Nullable CourseId from, long doneBefore, Progress progress) {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Deque<Written> underWay = new ArrayDeque<>();
            var after = from;
            var done = doneBefore;
            List<Entry> page;
            do {
                page = contents.after(after);
                after = page.isEmpty() ? after : page.getLast().courseId();
                underWay.add(new Written(writers.submit(writing(page)), after, page.size()));
                boolean isLast = page.size() < contents.pageSize();
                while (underWay.size() > (isLast ? 0 : WRITTEN_AT_ONCE)) {
                    var first = underWay.remove();
                    var refused = await(first.page());
                    done += first.size();
                    if (!progress.isTold(first.last(), done, refused)) {
                        return false;
                    }
                }
            } while (page.size() == contents.pageSize());
            return true;
        }
    }

    private Callable<Set<CourseId>> writing(List<Entry> page) {
        return () -> index.put(name, page);
    }

    private static Set<CourseId> await(Future<Set<CourseId>> written) {
        try {
            return written.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(stopped);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
