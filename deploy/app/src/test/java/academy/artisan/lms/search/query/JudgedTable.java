package academy.artisan.lms.search.query;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.search.judged.QueryClass;

/** The means of two rankings side by side, class by class. */
record JudgedTable(JudgedScores academy, JudgedScores plain) {

    private static final String LINE = "%-12s %9s %9s %9s %9s";

    String text() {
        var classes = Stream.of(QueryClass.values()).map(this::line);
        return Stream.concat(
                        Stream.concat(
                                Stream.of(
                                        "nDCG@10      held apart        tuning",
                                        LINE.formatted("", "academy", "plain", "academy", "plain")),
                                classes),
                        Stream.of(line(
                                "all", academy.heldApart(), plain.heldApart(), academy.forTuning(), plain.forTuning())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String line(QueryClass queryClass) {
        return line(
                queryClass.name().toLowerCase(Locale.ROOT),
                academy.heldApart(queryClass),
                plain.heldApart(queryClass),
                academy.forTuning(queryClass),
                plain.forTuning(queryClass));
    }

    private static String line(String name, Double... means) {
        return LINE.formatted(Stream.concat(Stream.of(name), Stream.of(means).map("%.3f"::formatted))
                .toArray());
    }
}
