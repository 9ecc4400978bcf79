package academy.artisan.lms.authoring.publication;

import java.util.List;

/**
 * What a new version would mean for those who did not complete a certain earlier one.
 *
 * @param learners how many they are
 */
record VersionOutlook(int version, int learners, List<LessonOutlook> lessons) {}
