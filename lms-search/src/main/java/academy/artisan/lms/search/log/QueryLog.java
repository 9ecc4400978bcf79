package academy.artisan.lms.search.log;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Takes note of searches without knowing whose they are. It neither waits nor fails. */
@Service
public class QueryLog {

    private static final int MOST_VALUES = 20;

    private final LogWriter writer;
    private final Repeats repeats;
    private final FilterValues known;
    private final ZoneId zone;
    private final Clock clock;

    QueryLog(
            LogWriter writer,
            Repeats repeats,
            FilterValues known,
            @Value("${lms.time-zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.writer = writer;
        this.repeats = repeats;
        this.known = known;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Notes the first page of a search.
     *
     * @param person only to tell repeats from what many ask; not kept
     * @param filters the chosen values by name of the filter; those without any are left out
     * @return by what clicks on its results are told; nothing if it is not logged: there was no text, or one that may
     *     be personal, or a value was chosen that no course has, or too much is waiting
     */
    public @Nullable SearchId note(PersonId person, String typed, Map<String, List<String>> filters, long hits) {
        var query = QueryText.normal(typed);
        var chosen = chosen(filters);
        if (query.isEmpty() || !QueryText.mayBeKept(query) || !mayBeKept(chosen)) {
            return null;
        }
        var now = clock.instant();
        var search = new LoggedSearch(
                SearchId.next(),
                now.truncatedTo(ChronoUnit.HOURS),
                query,
                chosen,
                hits,
                repeats.isOne(person, query, LocalDate.ofInstant(now, zone)));
        return writer.offer(search) ? search.searchId() : null;
    }

    /** Without what says nothing, and everything once. */
    private static Map<String, List<String>> chosen(Map<String, List<String>> filters) {
        return filters.entrySet().stream()
                .map(filter -> Map.entry(
                        filter.getKey(),
                        filter.getValue().stream()
                                .filter(value -> !value.isBlank())
                                .distinct()
                                .sorted()
                                .toList()))
                .filter(filter -> !filter.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean mayBeKept(Map<String, List<String>> chosen) {
        return known.haveAll(chosen)
                && chosen.values().stream()
                        .allMatch(values ->
                                values.size() <= MOST_VALUES && values.stream().allMatch(QueryText::mayBeKept));
    }
}
