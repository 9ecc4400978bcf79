package academy.artisan.lms.search.judged;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who types a query wants, and so what each course is worth to that person.
 *
 * @param model a number in full, or only how it begins: a maker, a series
 */
record Intent(
        @Nullable Subject subject,
        @Nullable String aspect,
        @Nullable String level,
        @Nullable String model) {

    private static final List<String> LEVELS = List.of("初级", "中级", "高级");

    /** Subject, aspect and level by their names, a model after {@code #}, between commas. */
    static Intent of(String written) {
        var words = Lines.values(written, ",");
        words.forEach(Intent::refuseUnknown);
        return new Intent(
                words.stream()
                        .filter(Subjects::isOne)
                        .findFirst()
                        .map(Subjects::named)
                        .orElse(null),
                words.stream().filter(Aspect::isOne).findFirst().orElse(null),
                words.stream().filter(LEVELS::contains).findFirst().orElse(null),
                words.stream()
                        .filter(word -> word.startsWith("#"))
                        .findFirst()
                        .map(word -> word.substring(1))
                        .orElse(null));
    }

    /**
     * From 3, just what was wanted, to 0. The very subject or model is worth 3 when aspect and level are those wanted,
     * if any was, else 2. What only touches it or is its neighbour is worth less, and nothing in another aspect.
     */
    int grade(Facts facts) {
        boolean asWanted = isAsWanted(facts);
        return switch (nearness(facts)) {
            case SAME -> asWanted ? 3 : 2;
            case TOUCHING -> asWanted ? (isPlain() ? 2 : 1) : 0;
            case NEIGHBOURING -> asWanted ? 1 : 0;
            case FAR -> 0;
        };
    }

    private Nearness nearness(Facts facts) {
        if (model == null) {
            return Subjects.nearness(Objects.requireNonNull(subject), facts.subject());
        }
        if (subject != null && Subjects.nearness(subject, facts.subject()) != Nearness.SAME) {
            return Nearness.FAR;
        }
        return Models.nearness(model, facts);
    }

    private boolean isAsWanted(Facts facts) {
        return (aspect == null || aspect.equals(facts.aspect())) && (level == null || level.equals(facts.level()));
    }

    private boolean isPlain() {
        return aspect == null && level == null;
    }

    private static void refuseUnknown(String word) {
        boolean isKnown = word.startsWith("#") || LEVELS.contains(word);
        if (!isKnown && Stream.of(word).noneMatch(known -> Subjects.isOne(known) || Aspect.isOne(known))) {
            throw new IllegalArgumentException(word);
        }
    }
}
