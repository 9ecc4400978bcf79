package academy.artisan.lms.course;

import java.util.List;

import academy.artisan.lms.support.Id;

/** Says which courses show a file or a video, so that it must stay; every feature with content answers. */
public interface MediaUse {

    /** How many courses an answer names at most. */
    int MOST = 100;

    /**
     * A course that shows it.
     *
     * @param title as it is called where it shows it
     * @param isOpen whether everyone may find the course in the catalogue
     */
    record Showing(CourseId courseId, GroupId groupId, String title, boolean isOpen) {}

    /**
     * The courses that show it, each once. To be asked by whoever holds its row alone, so that no course begins to show
     * it at the same time.
     */
    List<Showing> of(Id media);
}
