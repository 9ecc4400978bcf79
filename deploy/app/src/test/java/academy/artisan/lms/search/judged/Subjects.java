package academy.artisan.lms.search.judged;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All subjects, and how near they are to each other. */
final class Subjects {

    private static final Map<String, Subject> ALL = read();
    private static final Map<String, Map<String, Nearness>> KNOWN = new ConcurrentHashMap<>();

    private Subjects() {}

    static Collection<Subject> all() {
        return ALL.values();
    }

    static boolean isOne(String name) {
        return ALL.containsKey(name);
    }

    static Subject named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    static Nearness nearness(Subject wanted, Subject taught) {
        return KNOWN.computeIfAbsent(wanted.name(), any -> new ConcurrentHashMap<>())
                .computeIfAbsent(taught.name(), any -> found(wanted, taught));
    }

    private static Nearness found(Subject wanted, Subject taught) {
        if (isWithin(taught, wanted)) {
            return Nearness.SAME;
        }
        if (touched(taught).anyMatch(touched -> isWithin(touched, wanted))) {
            return Nearness.TOUCHING;
        }
        return isNeighbour(wanted, taught) ? Nearness.NEIGHBOURING : Nearness.FAR;
    }

    private static boolean isWithin(Subject narrow, Subject wide) {
        return narrow.equals(wide) || wider(narrow).anyMatch(above -> isWithin(above, wide));
    }

    private static boolean isNeighbour(Subject wanted, Subject taught) {
        return isWithin(wanted, taught)
                || wider(wanted).anyMatch(above -> isWithin(taught, above))
                || touched(wanted).anyMatch(touched -> isWithin(taught, touched));
    }

    private static Stream<Subject> wider(Subject subject) {
        return subject.kindOf().stream().map(Subjects::named);
    }

    private static Stream<Subject> touched(Subject subject) {
        return subject.touches().stream().map(Subjects::named);
    }

    private static Map<String, Subject> read() {
        var all = new LinkedHashMap<String, Subject>();
        var place = List.<String>of();
        for (var line : Lines.of("subjects.txt")) {
            if (line.startsWith("==")) {
                place = Lines.cells(line.substring(2));
            } else {
                var subject = Subject.of(line, place.get(0), place.get(1));
                all.put(subject.name(), subject);
            }
        }
        return all;
    }
}
