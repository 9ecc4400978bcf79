package academy.artisan.lms.planning;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What people write down about an item.
 *
 * @param ownerId a member of the group
 * @param reason why it was given up, if it was
 */
record PlanItemForm(
        @NotNull PlanKind kind,
        @NotBlank @Size(max = 200) String title,
        @NotNull @Size(max = 5000) String description,
        @NotNull PersonId ownerId,
        @NotNull @Min(1) @Max(12) Integer fromMonth,
        @NotNull @Min(1) @Max(12) Integer toMonth,
        @NotNull PlanState state,
        @Nullable @Size(max = 1000) String reason,
        @NotNull @Size(max = 50) List<@Valid @NotNull Milestone> milestones,
        @NotNull @Size(max = 100) List<@Valid @NotNull Outcome> outcomes) {

    Stream<CourseId> courses() {
        return outcomes.stream().map(Outcome::courseId).filter(Objects::nonNull);
    }

    PlanItemForm with(List<Outcome> others) {
        return new PlanItemForm(
                kind, title, description, ownerId, fromMonth, toMonth, state, reason, milestones, others);
    }

    /** What is left to do, from January on and for as long as was planned. */
    PlanItemForm carriedOver() {
        var left = milestones.stream()
                .filter(milestone -> !milestone.isDone())
                .map(Milestone::aYearLater)
                .toList();
        return new PlanItemForm(
                kind, title, description, ownerId, 1, 1 + toMonth - fromMonth, state, reason, left, List.of());
    }
}
