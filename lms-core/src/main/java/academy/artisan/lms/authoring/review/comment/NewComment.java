package academy.artisan.lms.authoring.review.comment;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is sent.
 *
 * @param partId the section or lesson that it is about, or the course itself; absent for the course in general
 * @param field of the part, such as {@code text}
 * @param quote the words that it is about
 */
record NewComment(
        @Nullable UUID partId,

        @Nullable @Pattern(regexp = "[A-Za-z][A-Za-z0-9]{0,49}") String field,

        @Nullable @Size(max = 2000) String quote,
        @NotBlank @Size(max = 5000) String text,
        boolean mustResolve) {}
