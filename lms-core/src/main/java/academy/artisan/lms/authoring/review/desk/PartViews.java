package academy.artisan.lms.authoring.review.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import academy.artisan.lms.authoring.outline.Change;
import academy.artisan.lms.authoring.outline.Part;
import academy.artisan.lms.authoring.review.comment.Comment;

/** How each part stands to what was approved before, and how much is said about it. */
final class PartViews {

    private final Map<UUID, Part> parts;
    private final boolean wasApproved;
    private final Set<UUID> added;
    private final Set<UUID> changed;
    private final Map<UUID, Long> comments;
    private final Map<UUID, Long> openComments;

    PartViews(Map<UUID, Part> parts, List<Change> changes, List<Comment> said, boolean wasApproved) {
        this.parts = parts;
        this.wasApproved = wasApproved;
        added = ids(changes, Change.Added.class::isInstance);
        changed = ids(changes, change -> true);
        comments = counts(said, comment -> true);
        openComments = counts(said, Comment::isOpen);
    }

    List<FullReview.PartView> all() {
        return parts.entrySet().stream()
                .map(part -> view(part.getKey(), part.getValue()))
                .toList();
    }

    private FullReview.PartView view(UUID id, Part part) {
        return new FullReview.PartView(
                id,
                part.kind(),
                part.title(),
                standing(id),
                Math.toIntExact(comments.getOrDefault(id, 0L)),
                Math.toIntExact(openComments.getOrDefault(id, 0L)));
    }

    private Standing standing(UUID id) {
        if (!wasApproved || added.contains(id)) {
            return Standing.NEW;
        }
        return changed.contains(id) ? Standing.STALE : Standing.APPROVED_AS_IS;
    }

    private static Set<UUID> ids(List<Change> changes, Predicate<Change> which) {
        return changes.stream().filter(which).map(Change::partId).collect(Collectors.toSet());
    }

    private static Map<UUID, Long> counts(List<Comment> said, Predicate<Comment> which) {
        return said.stream()
                .filter(which)
                .map(Comment::partId)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }
}
