package academy.artisan.lms.compliance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import academy.artisan.lms.support.InvalidFields;

/** A place in the report: the key of its last line that was read. */
record TrainingCursor(String unitPath, UUID personId, UUID courseId) {

    String encode() {
        var text = unitPath + "/" + personId + "/" + courseId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static TrainingCursor decode(String after) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("/", -1);
            if (parts.length == 3 && parts[0].matches("[0-9.]*")) {
                return new TrainingCursor(parts[0], UUID.fromString(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidFields("after", "Cursor", "is not a cursor of this list: " + notOurs.getMessage());
        }
        throw new InvalidFields("after", "Cursor", "is not a cursor of this list");
    }
}
