package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Objects;

import academy.artisan.lms.course.CourseAttributes;
import academy.artisan.lms.course.FileId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an author says about a course as a whole, as it is sent. */
record AttributesForm(
        @NotBlank @Size(max = 200) String title,
        @NotNull @Size(max = 5000) String summary,
        @NotBlank @Size(max = 50) String level,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Pattern(regexp = LANGUAGE) String language,
        @Nullable FileId coverId,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 100) String> instructors,
        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 500) String> objectives,
        @Nullable @Size(max = 2000) String audience) {

    /** BCP 47 as far as courses need it: {@code zh}, {@code zh-CN}, {@code zh-Hant-HK}. */
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?";

    static AttributesForm of(CourseAttributes about) {
        return new AttributesForm(
                about.title(),
                about.summary(),
                about.level(),
                about.tags(),
                about.language(),
                about.coverId(),
                about.instructors(),
                about.objectives(),
                about.audience());
    }

    CourseAttributes toAttributes() {
        return new CourseAttributes(
                title,
                summary,
                level,
                tags,
                language,
                coverId,
                Objects.requireNonNullElse(instructors, List.of()),
                Objects.requireNonNullElse(objectives, List.of()),
                audience);
    }
}
