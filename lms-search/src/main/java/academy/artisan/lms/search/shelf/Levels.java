package academy.artisan.lms.search.shelf;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The ladder that levels stand on; authors may write others, which stand nowhere. */
final class Levels {

    private static final Map<String, Integer> STEPS = Map.ofEntries(
            Map.entry("BASIC", 1),
            Map.entry("初级", 1),
            Map.entry("初级工", 1),
            Map.entry("INTERMEDIATE", 2),
            Map.entry("中级", 2),
            Map.entry("中级工", 2),
            Map.entry("ADVANCED", 3),
            Map.entry("高级", 3),
            Map.entry("高级工", 3),
            Map.entry("技师", 4),
            Map.entry("高级技师", 5));

    private Levels() {}

    static @Nullable Integer step(String level) {
        return STEPS.get(level.strip());
    }
}
