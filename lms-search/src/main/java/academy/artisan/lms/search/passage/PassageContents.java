package academy.artisan.lms.search.passage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import academy.artisan.lms.course.CaptionLibrary;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.Listing;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.search.index.CatalogContents;
import academy.artisan.lms.search.index.Entry;
import academy.artisan.lms.search.index.ReadingTime;
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
class PassageContents extends CatalogContents {

    static final String NAME = "passages";

    private static final Logger log = LoggerFactory.getLogger(PassageContents.class);

    /** A course is as much as hundreds of others are in the index of courses, and several pages are in memory. */
    private static final int PAGE = 5;

    private final CaptionLibrary captions;

    PassageContents(Catalog catalog, CaptionLibrary captions, ReadingTime time) {
        super(catalog, time);
        this.captions = captions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    private record Course(Listing listing, CoursePassages passages) {

        private static Course of(Listing listing) {
            return new Course(listing, new CoursePassages(listing.course()));
        }

        private Entry entry(long version) {
            var document = PassageDocument.of(listing, passages);
            if (document.leftOut() > 0) {
                log.info("Course {} has {} passages more than are searched", document.courseId(), document.leftOut());
            }
            return Entry.of(document.courseId(), version, document);
        }
    }

    @Override
    protected List<Entry> entries(long version, List<Listing> listings) {
        var courses = listings.stream().map(Course::of).toList();
        readVideos(courses.stream().map(Course::passages).toList());
        return courses.stream().map(course -> course.entry(version)).toList();
    }

    private void readVideos(List<CoursePassages> courses) {
        var shownBy = new HashMap<VideoId, List<CoursePassages>>();
        courses.forEach(course -> course.videos()
                .forEach(video ->
                        shownBy.computeIfAbsent(video, any -> new ArrayList<>()).add(course)));
        if (!shownBy.isEmpty()) {
            var videos = new SpokenVideos((video, talks) ->
                    shownBy.getOrDefault(video, List.of()).forEach(course -> course.add(video, talks)));
            captions.read(shownBy.keySet(), videos::read);
            videos.end();
        }
    }
}
