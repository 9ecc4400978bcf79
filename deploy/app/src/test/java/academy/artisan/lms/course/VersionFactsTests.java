package academy.artisan.lms.course;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionFactsTests {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID FRESH = UUID.randomUUID();

    private static final CourseContent CONTENT = CourseContent.of("""
            {"title": "课程", "summary": "", "level": "初级", "tags": [], "sections": [{"id": "%s", "title": "章", "lessons": [
            {"id": "%s", "kind": "ARTICLE", "title": "课", "text": "文"},
            {"id": "%s", "kind": "ARTICLE", "title": "课", "text": "文"}]}]}
            """.formatted(UUID.randomUUID(), ONE, OTHER));

    @Test
    void everyLessonIsCreditedUnderItsOwnIdOrAnIdOfItsOwn() {
        assertThat(fit(Map.of(), Map.of())).isTrue();
        assertThat(fit(Map.of(), Map.of(ONE, ONE, OTHER, FRESH))).isTrue();
        assertThat(fit(Map.of(ONE, 60), Map.of(OTHER, FRESH))).isTrue();
    }

    @Test
    void progressInOneLessonIsNotTakenForProgressInAnother() {
        assertThat(fit(Map.of(), Map.of(ONE, FRESH, OTHER, FRESH))).isFalse();
        assertThat(fit(Map.of(), Map.of(ONE, OTHER))).isFalse();
        assertThat(fit(Map.of(), Map.of(ONE, OTHER, OTHER, ONE))).isFalse();
    }

    @Test
    void whatIsNotInTheContentHasNoFacts() {
        assertThat(fit(Map.of(), Map.of(FRESH, FRESH))).isFalse();
        assertThat(fit(Map.of(FRESH, 60), Map.of())).isFalse();
    }

    private static boolean fit(Map<UUID, Integer> seconds, Map<UUID, UUID> creditedAs) {
        return new VersionFacts(
                        1,
                        CONTENT.digest(),
                        Instant.now(),
                        null,
                        LearnersInProgress.KEEP,
                        null,
                        "教研组",
                        "领域",
                        seconds,
                        creditedAs,
                        List.of())
                .fit(CONTENT);
    }
}
