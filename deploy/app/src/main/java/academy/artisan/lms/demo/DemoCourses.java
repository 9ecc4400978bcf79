package academy.artisan.lms.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The courses that come with the demonstration. */
final class DemoCourses {

    private DemoCourses() {}

    /** Those without video first: they are published at once. */
    static List<DemoCourse> all() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:demo/courses/*.md");
        return Stream.of(files)
                .map(DemoCourses::read)
                .sorted(Comparator.comparingInt(
                                (DemoCourse course) -> course.videos().size())
                        .thenComparing(DemoCourse::name))
                .toList();
    }

    private static DemoCourse read(Resource file) {
        try {
            var name = Objects.requireNonNull(file.getFilename());
            return DemoCourseText.parse(name, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
