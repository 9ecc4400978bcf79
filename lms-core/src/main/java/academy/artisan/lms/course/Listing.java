package academy.artisan.lms.course;

/**
 * A course as it stands in the catalogue.
 *
 * @param change counts up with every publication, withdrawal and restoration: what is derived can tell late news from
 *     new
 */
public record Listing(CourseVersion course, boolean isWithdrawn, long change) {}
