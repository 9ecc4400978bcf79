package academy.artisan.lms.media.usage;

import java.util.Map;

import academy.artisan.lms.support.Problem;

/** Courses show it, so it stays; they are named as far as whoever asked may know of them. */
public abstract class MediaInUse extends Problem {

    private final Usage usage;

    protected MediaInUse(String what, Usage usage) {
        super(
                Kind.CONFLICT,
                "%s is used by %d courses".formatted(what, usage.courses().size() + usage.others()));
        this.usage = usage;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {usage.courses().size() + usage.others()};
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("courses", usage.courses(), "otherCourses", usage.others());
    }
}
