package academy.artisan.lms.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.course.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the groups are with their year; the database counts. */
@Component
class PlanReports {

    private static final String COUNTS = """
            select group_id, kind,
                   count(*) as items,
                   count(*) filter (where state = 'PLANNED') as planned,
                   count(*) filter (where state = 'UNDER_WAY') as under_way,
                   count(*) filter (where state = 'DONE') as done,
                   count(*) filter (where state = 'GIVEN_UP') as given_up,
                   sum(milestones_all) as milestones,
                   sum(milestones_done) as milestones_done,
                   count(*) filter (where overdue) as overdue
            from (%s) standing
            where year = :year and (:group::uuid is null or group_id = :group)
            group by group_id, kind
            """.formatted(PlanItems.STANDING);

    private final JdbcClient jdbc;

    PlanReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every kind, also those of which there is nothing. */
    List<PlanProgress> of(GroupId groupId, int year, LocalDate today) {
        return everyKind(counts(groupId, year, today).getOrDefault(groupId, List.of()));
    }

    /** The same for all groups that planned anything in that year. */
    Map<GroupId, List<PlanProgress>> ofAll(int year, LocalDate today) {
        return counts(null, year, today).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, group -> everyKind(group.getValue())));
    }

    static List<PlanProgress> everyKind(List<PlanProgress> counted) {
        var byKind = counted.stream().collect(Collectors.toMap(PlanProgress::kind, progress -> progress));
        return Stream.of(PlanKind.values())
                .map(kind -> byKind.getOrDefault(kind, PlanProgress.none(kind)))
                .toList();
    }

    private Map<GroupId, List<PlanProgress>> counts(@Nullable GroupId groupId, int year, LocalDate today) {
        return jdbc
                .sql(COUNTS)
                .param("today", today)
                .param("year", year)
                .param("group", groupId == null ? null : groupId.value())
                .query((row, ignored) -> Map.entry(new GroupId(row.getObject("group_id", UUID.class)), progress(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static PlanProgress progress(ResultSet row) throws SQLException {
        return new PlanProgress(
                PlanKind.valueOf(row.getString("kind")),
                row.getInt("items"),
                row.getInt("planned"),
                row.getInt("under_way"),
                row.getInt("done"),
                row.getInt("given_up"),
                row.getInt("milestones"),
                row.getInt("milestones_done"),
                row.getInt("overdue"));
    }
}
