package academy.artisan.lms.permissions;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.artisan.lms.testing.Api;

/** What everybody was answered to the question of a row. */
record Answers(PermissionTable.Row row, Map<Who, Api.Answer> byCaller) {

    private static final int ENOUGH = 300;

    boolean areThoseOfTheTable() {
        return Arrays.stream(Who.values()).allMatch(this::isAsWritten);
    }

    /** Whether somebody was not only let through, but got it done. */
    boolean haveOneOfWhatWasDone() {
        return byCaller.values().stream().anyMatch(answer -> Verdict.isDone(answer.status()));
    }

    private boolean isAsWritten(Who who) {
        return Verdict.of(answer(who).status())
                .filter(verdict -> verdict == row.verdicts().get(who))
                .isPresent();
    }

    private Api.Answer answer(Who who) {
        return Objects.requireNonNull(byCaller.get(who));
    }

    String statuses() {
        return Arrays.stream(Who.values())
                .map(who -> who + " " + answer(who).status())
                .collect(Collectors.joining(", "));
    }

    /** The row as it would have to be written; a status that says nothing about rights is shown itself. */
    String line() {
        return Cells.line(
                "`" + row.operation() + "`",
                row.situation(),
                Arrays.stream(Who.values())
                        .map(who -> Verdict.of(answer(who).status())
                                .map(Verdict::toString)
                                .orElseGet(() -> answer(who).status() + "!")));
    }

    /** For each cell that is not as it is written: what came back. */
    String differences() {
        return Arrays.stream(Who.values())
                .filter(who -> !isAsWritten(who))
                .map(who -> "%s: %d %s"
                        .formatted(
                                who, answer(who).status(), beginning(answer(who).text())))
                .collect(Collectors.joining("\n"));
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), ENOUGH));
    }
}
