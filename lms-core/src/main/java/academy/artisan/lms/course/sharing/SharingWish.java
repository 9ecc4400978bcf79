package academy.artisan.lms.course.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Problem.FieldError;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be able to open a course.
 *
 * @param unitIds at most {@value #MOST_UNITS}; none where everyone may, and none at all keeps it within its group
 */
record SharingWish(
        @NotNull Boolean everyone,
        @Nullable @Size(max = SharingWish.MOST_UNITS) List<@NotNull UnitId> unitIds) {

    static final int MOST_UNITS = 200;

    List<UnitId> units() {
        return unitIds == null ? List.of() : unitIds;
    }

    /**
     * What it comes to.
     *
     * @param known those of the units that exist
     */
    SharedWith among(Map<UnitId, String> known) {
        if (everyone && !units().isEmpty()) {
            throw new InvalidFields("unitIds", "EveryoneOrUnits", "must be empty where everyone may open the course");
        }
        var unknown = IntStream.range(0, units().size())
                .filter(place -> !known.containsKey(units().get(place)))
                .mapToObj(place -> new FieldError("unitIds[%d]".formatted(place), "KnownUnit", "is not a unit"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidFields(unknown);
        }
        return new SharedWith(
                everyone,
                units().stream()
                        .distinct()
                        .sorted(Comparator.comparing(UnitId::toString))
                        .toList());
    }
}
