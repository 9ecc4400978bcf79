package academy.artisan.lms.planning;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A step of an item.
 *
 * @param doneOn when it was reached; not yet, if absent
 */
record Milestone(
        @NotBlank @Size(max = 200) String title,
        @NotNull LocalDate dueOn,
        @Nullable LocalDate doneOn) {

    boolean isDone() {
        return doneOn != null;
    }

    Milestone aYearLater() {
        return new Milestone(title, dueOn.plusYears(1), doneOn);
    }
}
