package academy.artisan.lms.course;

/** Says whom a new version of a course would concern; every feature that knows some of them answers. */
public interface PublicationImpact {

    /** By a number of statements that does not depend on how many people there are. */
    ImpactFigures of(CourseId courseId);
}
