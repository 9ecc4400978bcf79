package academy.artisan.lms.course;

import java.util.Collections;
import java.util.List;

/**
 * A course as it stands in the catalogue.
 *
 * @param change counts up with every publication, withdrawal, restoration and sharing: what is derived can tell late
 *     news from new
 * @param audience who may find and open it: whoever is in one of these, see {@link CourseViewer}
 */
public record Listing(CourseVersion course, boolean isWithdrawn, long change, List<String> audience) {

    public boolean isOpenTo(CourseViewer viewer) {
        return !Collections.disjoint(audience, viewer.audiences());
    }
}
