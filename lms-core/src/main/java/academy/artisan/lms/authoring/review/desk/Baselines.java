package academy.artisan.lms.authoring.review.desk;

import java.util.Optional;

import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.authoring.draft.Revisions;
import academy.artisan.lms.authoring.review.Review;
import academy.artisan.lms.authoring.review.Reviewing;
import academy.artisan.lms.authoring.review.StageDecision;
import academy.artisan.lms.authoring.review.StageDecisions;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what was approved before, so that a stage looks only at what is different. */
@Component
class Baselines {

    /** Content that was approved: as a revision, or as a version. */
    record Baseline(@Nullable Integer revision, @Nullable Integer version, CourseContent content) {}

    private final Reviewing reviewing;
    private final Revisions revisions;
    private final Catalog catalog;

    Baselines(Reviewing reviewing, Revisions revisions, Catalog catalog) {
        this.reviewing = reviewing;
        this.revisions = revisions;
        this.catalog = catalog;
    }

    /**
     * What the stage itself approved in this review, or all stages in an earlier one, or what is published, if it was
     * approved here.
     */
    Optional<Baseline> of(Review review, int stage, StageDecisions decisions, CourseDraft draft) {
        return decisions
                .lastApproval(stage)
                .map(StageDecision::revision)
                .or(() -> reviewing.approvedBefore(review).map(Review::revision))
                .flatMap(revision -> ofRevision(review, revision))
                .or(() -> ofVersion(draft));
    }

    private Optional<Baseline> ofRevision(Review review, int revision) {
        return revisions.contentAt(review.courseId(), revision).map(content -> new Baseline(revision, null, content));
    }

    private Optional<Baseline> ofVersion(CourseDraft draft) {
        return Optional.ofNullable(draft.publishedVersion())
                .filter(version -> !catalog.isImported(draft.courseId(), version))
                .map(version -> new Baseline(null, version, catalog.content(draft.courseId(), version)));
    }
}
