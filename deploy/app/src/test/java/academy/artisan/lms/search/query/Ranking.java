package academy.artisan.lms.search.query;

import java.util.List;

import academy.artisan.lms.course.CourseId;

/** A search engine as it is judged: it puts the first ten courses for a text in order. */
interface Ranking {

    int COURSES = 10;

    /** How many courses are put at once. */
    int AT_ONCE = 100;

    List<CourseId> first(String typed);
}
