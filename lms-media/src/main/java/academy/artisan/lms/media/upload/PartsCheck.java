package academy.artisan.lms.media.upload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import academy.artisan.lms.media.storage.StoredPart;
import academy.artisan.lms.support.Problem.FieldError;

/** Compares what should be there, what the store holds and what the caller says was uploaded. */
final class PartsCheck {

    private final PartPlan plan;
    private final Map<Integer, StoredPart> stored;
    private final List<FieldError> errors = new ArrayList<>();

    private PartsCheck(PartPlan plan, List<StoredPart> stored) {
        this.plan = plan;
        this.stored = stored.stream().collect(Collectors.toMap(StoredPart::number, Function.identity()));
    }

    /** What does not fit; empty when the upload can be completed. */
    static List<FieldError> errors(PartPlan plan, List<StoredPart> stored, List<UploadedPart> claimed) {
        var check = new PartsCheck(plan, stored);
        var seen = new HashSet<Integer>();
        for (var i = 0; i < claimed.size(); i++) {
            var part = claimed.get(i);
            if (seen.add(part.number())) {
                check.compare("parts[%d]".formatted(i), part);
            } else {
                check.add("parts[%d].number".formatted(i), "Once", "part %d is named twice".formatted(part.number()));
            }
        }
        for (var number = 1; number <= plan.count(); number++) {
            if (!seen.contains(number)) {
                check.add("parts", "Complete", "part %d of %d is missing".formatted(number, plan.count()));
            }
        }
        return check.errors;
    }

    private void compare(String field, UploadedPart part) {
        var number = part.number();
        var held = stored.get(number);
        if (number < 1 || number > plan.count()) {
            add(field + ".number", "Range", "there is no part %d, the file has %d".formatted(number, plan.count()));
        } else if (held == null) {
            add(field, "Uploaded", "part %d has not been uploaded".formatted(number));
        } else if (held.sizeBytes() != plan.size(number)) {
            var expected = plan.size(number);
            add(field, "Size", "part %d has %d bytes instead of %d".formatted(number, held.sizeBytes(), expected));
        } else if (!held.etag().toLowerCase(Locale.ROOT).equals(part.etag())) {
            add(field + ".etag", "Etag", "part %d in the store has the etag %s".formatted(number, held.etag()));
        }
    }

    private void add(String field, String rule, String message) {
        errors.add(new FieldError(field, rule, message));
    }
}
