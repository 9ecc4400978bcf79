package academy.artisan.lms.search.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.judged.JudgedCourse;
import academy.artisan.lms.search.judged.JudgedQuery;
import academy.artisan.lms.search.judged.QueryClass;
import academy.artisan.lms.search.judged.RankingGain;

/** How well a ranking answers the judged queries: the gain of each, and means of them. */
record JudgedScores(List<Score> scores) {

    /** What was found for a query, and how much of what could have been gained that is. */
    record Score(JudgedQuery query, double gain, List<JudgedCourse> found) {

        String told() {
            return found.stream()
                    .map(course -> "    %d %s".formatted(query.grade(course), course.title()))
                    .collect(Collectors.joining(
                            "%n".formatted(), "%.3f %s %s%n".formatted(gain, query.queryClass(), query.typed()), ""));
        }
    }

    static JudgedScores of(Ranking ranking, List<JudgedQuery> queries, List<JudgedCourse> courses) {
        var byId = courses.stream()
                .collect(Collectors.toMap(course -> course.version().courseId(), Function.identity()));
        return new JudgedScores(queries.stream()
                .map(query -> score(query, ranking.first(query.typed()), byId))
                .toList());
    }

    double mean(Predicate<JudgedQuery> which) {
        return scores.stream()
                .filter(score -> which.test(score.query()))
                .mapToDouble(Score::gain)
                .average()
                .orElse(Double.NaN);
    }

    double heldApart() {
        return mean(JudgedQuery::isHeldApart);
    }

    double heldApart(QueryClass queryClass) {
        return mean(query -> query.isHeldApart() && query.queryClass() == queryClass);
    }

    double forTuning() {
        return mean(query -> !query.isHeldApart());
    }

    double forTuning(QueryClass queryClass) {
        return mean(query -> !query.isHeldApart() && query.queryClass() == queryClass);
    }

    /** Each query with what was found, the worst first. */
    Stream<String> told(Predicate<JudgedQuery> which) {
        return scores.stream()
                .filter(score -> which.test(score.query()))
                .sorted(Comparator.comparingDouble(Score::gain))
                .map(Score::told);
    }

    private static Score score(JudgedQuery query, List<CourseId> found, Map<CourseId, JudgedCourse> courses) {
        var inOrder = found.stream()
                .map(id -> Objects.requireNonNull(courses.get(id)))
                .toList();
        var all = courses.values().stream().map(query::grade).toList();
        return new Score(
                query, RankingGain.of(inOrder.stream().map(query::grade).toList(), all), inOrder);
    }
}
