package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.course.CourseContent;

/** What a course may say about itself, and a group may require of its courses. */
enum Attribute {
    COVER("coverId", "CoverNeeded"),
    OBJECTIVES("objectives", "ObjectiveNeeded"),
    AUDIENCE("audience", "AudienceNeeded"),
    INSTRUCTORS("instructors", "InstructorNeeded"),
    LANGUAGE("language", "LanguageNeeded");

    private final String field;
    private final String rule;

    Attribute(String field, String rule) {
        this.field = field;
        this.rule = rule;
    }

    String field() {
        return field;
    }

    String rule() {
        return rule;
    }

    boolean isMissingIn(CourseContent content) {
        return switch (this) {
            case COVER -> content.coverId() == null;
            case OBJECTIVES -> content.objectives().isEmpty();
            case AUDIENCE -> content.audience() == null || content.audience().isBlank();
            case INSTRUCTORS -> content.instructors().isEmpty();
            case LANGUAGE -> content.language() == null;
        };
    }
}
