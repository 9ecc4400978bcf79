package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.authoring.outline.PartKind;

/** A part that is not as it was when somebody looked at it, and what happened to it. */
record ChangedPart(UUID partId, PartKind kind, String title, Change.Type type) {

    static List<ChangedPart> in(Difference difference) {
        return difference.changes().stream()
                .map(change -> new ChangedPart(change.partId(), change.kind(), change.title(), change.type()))
                .toList();
    }

    /** Names the parts for people, the first few of them. */
    static String titles(List<ChangedPart> parts) {
        var titles = parts.stream().map(ChangedPart::title).distinct().toList();
        return String.join(", ", titles.subList(0, Math.min(5, titles.size()))) + (titles.size() > 5 ? ", …" : "");
    }
}
