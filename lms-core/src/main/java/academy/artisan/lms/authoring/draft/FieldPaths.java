package academy.artisan.lms.authoring.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.support.Problem.FieldError;

/** Says where in an outline document a part is, as a JSON path such as {@code sections[0].lessons[2]}. */
final class FieldPaths {

    private FieldPaths() {}

    static List<FieldError> errors(CourseContent content, List<Finding> findings) {
        var paths = of(content);
        return findings.stream()
                .map(finding -> new FieldError(
                        paths.getOrDefault(finding.partId(), "") + finding.field(),
                        finding.rule(),
                        finding.rule(),
                        finding.details()))
                .toList();
    }

    private static Map<UUID, String> of(CourseContent content) {
        var paths = new HashMap<UUID, String>();
        for (var s = 0; s < content.sections().size(); s++) {
            var section = content.sections().get(s);
            paths.put(section.id().value(), "sections[%d].".formatted(s));
            for (var l = 0; l < section.lessons().size(); l++) {
                paths.put(section.lessons().get(l).id().value(), "sections[%d].lessons[%d].".formatted(s, l));
            }
        }
        return paths;
    }
}
