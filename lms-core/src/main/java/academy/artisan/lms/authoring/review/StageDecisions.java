package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import academy.artisan.lms.identity.PersonId;

/** All that the stages of one review decided, in the order in which they did. */
public record StageDecisions(List<StageDecision> all) {

    public List<StageDecision> of(int stage) {
        return all.stream().filter(decision -> decision.stage() == stage).toList();
    }

    /** The approval that holds for exactly this content: what the stage said last about it. */
    public Optional<StageDecision> approval(int stage, String digest) {
        return of(stage).stream()
                .filter(decision -> decision.digest().equals(digest))
                .reduce((earlier, later) -> later)
                .filter(StageDecision::isApproval);
    }

    /** What the stage approved last, be it what is submitted now or not. */
    public Optional<StageDecision> lastApproval(int stage) {
        return of(stage).stream().filter(StageDecision::isApproval).reduce((earlier, later) -> later);
    }

    /** The stage that this person decided; if none, the other that is given. */
    public int stageOf(PersonId person, int otherwise) {
        return all.stream()
                .filter(decision -> decision.personId().equals(person))
                .map(StageDecision::stage)
                .findFirst()
                .orElse(otherwise);
    }

    /** The first stage that has not approved what is submitted now; empty if all have. */
    Optional<Integer> nextStage(int stages, String digest) {
        return IntStream.rangeClosed(1, stages)
                .filter(stage -> approval(stage, digest).isEmpty())
                .boxed()
                .findFirst();
    }

    /** Who decided on any other stage. */
    Set<PersonId> ofOtherStagesThan(int stage) {
        return all.stream()
                .filter(decision -> decision.stage() != stage)
                .map(StageDecision::personId)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasDecidedAnotherStage(PersonId person, int stage) {
        return all.stream().anyMatch(decision -> decision.personId().equals(person) && decision.stage() != stage);
    }

    StageDecisions and(StageDecision newest) {
        return new StageDecisions(Stream.concat(all.stream(), Stream.of(newest)).toList());
    }
}
