package academy.artisan.lms.media.files;

import java.util.Map;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.media.inspection.Refusal;
import academy.artisan.lms.support.Problem;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What was uploaded cannot be used; it has been thrown away. */
final class FileRefused extends Problem {

    private final Refusal refusal;

    FileRefused(FileId fileId, Refusal refusal) {
        super(Kind.RULE_BROKEN, "File %s is refused: %s".formatted(fileId, refusal.code()));
        this.refusal = refusal;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {new DefaultMessageSourceResolvable("file-refusal." + refusal.code())};
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("reason", refusal.code());
    }
}
