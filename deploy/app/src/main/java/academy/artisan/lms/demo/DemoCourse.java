package academy.artisan.lms.demo;

import java.util.List;

/**
 * A course of the demonstration as it is written in its file.
 *
 * @param name the name of the file, which identifies the course
 * @param author the account that writes it, in the group of the field
 * @param reviewer the account that approves it
 */
record DemoCourse(
        String name,
        String field,
        String author,
        String reviewer,
        String level,
        List<String> tags,
        String title,
        String summary,
        List<Section> sections) {

    record Section(String title, List<Lesson> lessons) {}

    sealed interface Lesson {

        String title();
    }

    /** A text to read. */
    record Article(String title, String text) implements Lesson {}

    /** A video that is made when it is needed. */
    record Video(String title, int seconds) implements Lesson {}

    List<Video> videos() {
        return sections.stream()
                .flatMap(section -> section.lessons().stream())
                .filter(Video.class::isInstance)
                .map(Video.class::cast)
                .toList();
    }
}
