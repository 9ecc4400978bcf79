package academy.artisan.lms.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** Whom a new version of a course would concern: a closed set, so that a preview leaves nothing out. */
public sealed interface ImpactFigures {

    /**
     * Who takes the course.
     *
     * @param inVersion how many of those who did not complete it are in which version
     */
    record Learners(SortedMap<Integer, Integer> inVersion) implements ImpactFigures {}

    /**
     * How far they are in their version, by percent of its required lessons.
     *
     * @param notStarted nothing is covered
     */
    record LearnersByProgress(int notStarted, int below25, int below50, int below75, int below100, int completed)
            implements ImpactFigures {}

    /**
     * Completions with their hours, which no new version changes: what certificates rest on.
     *
     * @param hours learning hours of 45 minutes that were granted
     */
    record CompletionsOnRecord(int completions, BigDecimal hours) implements ImpactFigures {}

    /** The required trainings that stand: the last one of each unit, in order of the day. */
    record RequiredTrainings(List<Requirement> items) implements ImpactFigures {}

    /**
     * A required training.
     *
     * @param people of how many it was required when it was made
     */
    record Requirement(UUID unitId, String unitName, LocalDate dueOn, int people) {}

    /** The units whose people take the course, those with the most people first. */
    record Units(List<UnitCount> items) implements ImpactFigures {}

    /** How many people of a unit itself, not of those below it, take the course. */
    record UnitCount(UUID unitId, String unitName, int learners, int completed) {}
}
