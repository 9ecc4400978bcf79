package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.outline.PartKind;

/**
 * Something about a part that is not as it should be.
 *
 * @param title what the part is called
 * @param rule a word such as {@code VideoNotReady}, whose text is found under {@code rule.<word>}
 * @param stops whether the course cannot be reviewed and published like this
 * @param details what the text speaks of
 */
record Finding(
        PartKind kind, UUID partId, String title, String field, String rule, boolean stops, List<String> details) {

    Finding(PartKind kind, UUID partId, String title, String field, String rule, boolean stops) {
        this(kind, partId, title, field, rule, stops, List.of());
    }
}
