package academy.artisan.lms.authoring;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How courses of a group are reviewed.
 *
 * @param stages who decides, one after the other
 * @param remindAfterDays after how long those are reminded for whom a review waits
 */
public record ReviewPolicy(
        @NotNull @Size(min = 1, max = 4) List<@NotNull ReviewStage> stages,
        @Min(1) @Max(90) int remindAfterDays) {}
