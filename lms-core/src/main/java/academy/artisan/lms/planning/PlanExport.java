package academy.artisan.lms.planning;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.support.TableExport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A plan as a table; column names, kinds and states in the reader's language. */
@Component
class PlanExport {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "title",
            "owner",
            "fromMonth",
            "toMonth",
            "state",
            "overdue",
            "milestonesDone",
            "milestones",
            "outcomes",
            "reason",
            "description");

    private final MessageSource messages;

    PlanExport(MessageSource messages) {
        this.messages = messages;
    }

    TableExport table(List<PlanItemView> plan, Locale locale) {
        return new TableExport(
                text("sheet", locale),
                COLUMNS.stream().map(column -> text(column, locale)).toList(),
                consumer -> plan.forEach(item -> consumer.accept(cells(item, locale))));
    }

    private List<Object> cells(PlanItemView item, Locale locale) {
        var outcomes = item.outcomes().stream().map(PlanExport::line).collect(Collectors.joining("\n"));
        return List.of(
                text("kind." + item.kind(), locale),
                item.title(),
                item.ownerName(),
                item.fromMonth(),
                item.toMonth(),
                text("state." + item.state(), locale),
                text("overdue." + item.overdue(), locale),
                item.milestones().stream().filter(Milestone::isDone).count(),
                item.milestones().size(),
                outcomes,
                Objects.requireNonNullElse(item.reason(), ""),
                item.description());
    }

    private static String line(Outcome outcome) {
        return Stream.of(outcome.title(), outcome.link())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("plan." + key, null, locale);
    }
}
