package academy.artisan.lms.progress;

/**
 * What proves the coverage of a lesson in an enrolment.
 *
 * @param playbackCount how often the lesson was opened, as long as that is kept
 * @param creditedSeconds seconds of all stretches that its playbacks were credited
 * @param beforeEvidenceSeconds seen before stretches were kept
 * @param retiredSeconds whose stretches were kept as long as evidence is
 */
public record LessonProof(int playbackCount, int creditedSeconds, int beforeEvidenceSeconds, int retiredSeconds) {

    public static final LessonProof NONE = new LessonProof(0, 0, 0, 0);
}
