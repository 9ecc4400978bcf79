package academy.artisan.lms.search.index;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.course.CourseId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntryTests {

    private static final CourseId COURSE = CourseId.next();

    record Document(String title, List<String> tags) {}

    @Test
    void theDigestIsOfTheDocumentAndNotOfWhatIsStoredApart() {
        var few = Entry.of(COURSE, 1, new Document("焊接", List.of()), Map.of("learners", 1));
        var many = Entry.of(COURSE, 2, new Document("焊接", List.of()), Map.of("learners", 900));
        var other = Entry.of(COURSE, 1, new Document("焊接", List.of("a")), Map.of("learners", 1));

        assertThat(few.digest()).isEqualTo(many.digest()).isNotEqualTo(other.digest());
        assertThat(many.stored())
                .isEqualTo(
                        "{\"tags\":[],\"title\":\"焊接\",\"learners\":900,\"digest\":\"%s\"}".formatted(many.digest()));
    }

    @Test
    void ofWhatIsGoneOnlyItsPlaceIsKept() {
        assertThat(Entry.gone(COURSE, 1).stored()).isEqualTo("{\"courseId\":\"%s\",\"gone\":true}".formatted(COURSE));
    }
}
