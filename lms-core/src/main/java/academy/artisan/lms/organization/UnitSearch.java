package academy.artisan.lms.organization;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds units by a part of their name, for whoever picks some. */
@Component
class UnitSearch {

    /**
     * A unit that can be told from others of its name.
     *
     * @param above the names of the units above it, from the root down
     */
    record FoundUnit(UnitId id, Unit.Kind kind, String name, List<String> above) {}

    private final JdbcClient jdbc;
    private final Units units;

    UnitSearch(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * In the order of the tree; three statements for a page.
     *
     * @param after the path of the last unit of the page before
     */
    Page<FoundUnit> find(String name, @Nullable String after, int limit) {
        var found = jdbc.sql("""
                        select * from organization.unit
                        where position(lower(:name) in lower(name)) > 0 and (:after::text is null or path > :after)
                        order by path limit :limit
                        """)
                .param("name", name)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, ignored) -> Units.unit(row))
                .list();
        var page = Page.cut(found, limit, Unit::path);
        return new Page<>(withThoseAbove(page.items()), page.next());
    }

    private List<FoundUnit> withThoseAbove(List<Unit> found) {
        var lines = units.linesOf(found.stream().map(Unit::id).toList());
        var names = units.names(lines.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet()));
        return found.stream()
                .map(unit -> new FoundUnit(
                        unit.id(),
                        unit.kind(),
                        unit.name(),
                        above(unit, lines.getOrDefault(unit.id(), List.of()), names)))
                .toList();
    }

    private static List<String> above(Unit unit, List<UnitId> line, Map<UnitId, String> names) {
        return line.reversed().stream()
                .filter(id -> !id.equals(unit.id()))
                .map(id -> names.getOrDefault(id, ""))
                .toList();
    }
}
