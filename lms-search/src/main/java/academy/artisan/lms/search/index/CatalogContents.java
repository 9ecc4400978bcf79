package academy.artisan.lms.search.index;

import java.util.Collection;
import java.util.List;

import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Listing;
import org.jspecify.annotations.Nullable;

/** What an index holds of the open courses. */
public abstract class CatalogContents implements Contents {

    private final Catalog catalog;
    private final ReadingTime time;

    protected CatalogContents(Catalog catalog, ReadingTime time) {
        this.catalog = catalog;
        this.time = time;
    }

    /** An entry for each of them, in order. */
    protected abstract List<Entry> entries(long version, List<Listing> listings);

    @Override
    public long count() {
        return catalog.count();
    }

    @Override
    public List<Entry> after(@Nullable CourseId after) {
        var version = time.now();
        return entries(version, catalog.after(after, pageSize()));
    }

    @Override
    public List<Entry> of(Collection<CourseId> courses) {
        var version = time.now();
        return Entry.each(entries(version, catalog.openListings(courses)), courses, version);
    }
}
