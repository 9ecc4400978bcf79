package academy.artisan.lms.search.passage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CaptionLibrary;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.Lesson;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.search.index.Contents;
import academy.artisan.lms.search.index.Entry;
import academy.artisan.lms.search.index.ReadingTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is to be in the index of passages, as PostgreSQL has it. Captions change without the course they are in, so that
 * no count of changes could be the version of an entry: it is the {@link ReadingTime}, taken before anything is read.
 * Of two readings, the later one may have seen less only of what changed after it began; and of that news comes, whose
 * reading begins later still. So what is older never stays.
 */
@Component
class PassageContents implements Contents {

    static final String NAME = "passages";

    private static final Logger log = LoggerFactory.getLogger(PassageContents.class);

    /** A course is as much as hundreds of others are in the index of courses. */
    private static final int PAGE = 20;

    private final Catalog catalog;
    private final CaptionLibrary captions;
    private final ReadingTime time;

    PassageContents(Catalog catalog, CaptionLibrary captions, ReadingTime time) {
        this.catalog = catalog;
        this.captions = captions;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public long count() {
        return catalog.count();
    }

    @Override
    public List<Entry> after(@Nullable CourseId after) {
        var version = time.now();
        return entries(catalog.after(after, PAGE), version);
    }

    @Override
    public Entry of(CourseId id) {
        var version = time.now();
        return catalog.listing(id)
                .filter(listing -> !listing.isWithdrawn())
                .map(listing -> entries(List.of(listing), version).getFirst())
                .orElseGet(() -> Entry.gone(id, version));
    }

    private List<Entry> entries(List<Listing> listings, long version) {
        var talks = talks(listings);
        return listings.stream().map(listing -> entry(listing, talks, version)).toList();
    }

    private static Entry entry(Listing listing, Map<VideoId, List<Talk>> talks, long version) {
        var document = PassageDocument.of(listing, CoursePassages.of(listing.course(), talks));
        if (document.leftOut() > 0) {
            log.info("Course {} has {} passages more than are searched", document.courseId(), document.leftOut());
        }
        return Entry.of(document.courseId(), version, document);
    }

    private Map<VideoId, List<Talk>> talks(List<Listing> listings) {
        var videos = listings.stream()
                .flatMap(listing -> listing.course().lessons())
                .filter(Lesson.Video.class::isInstance)
                .map(lesson -> ((Lesson.Video) lesson).videoId())
                .distinct()
                .toList();
        var talks = new HashMap<VideoId, List<Talk>>();
        if (!videos.isEmpty()) {
            captions.read(
                    videos,
                    track -> talks.computeIfAbsent(track.videoId(), any -> new ArrayList<>())
                            .add(Talk.of(track)));
        }
        return talks;
    }
}
