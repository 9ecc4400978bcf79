package academy.artisan.lms.authoring.review;

import java.util.List;
import java.util.Map;

import academy.artisan.lms.support.Problem;

/** Comments that have to be resolved before approval are not resolved yet. */
class CommentsOpen extends Problem {

    private final List<OpenComments.OpenComment> comments;

    CommentsOpen(List<OpenComments.OpenComment> comments) {
        super(Kind.CONFLICT, "%d comments must be resolved before".formatted(comments.size()));
        this.comments = comments;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {comments.size()};
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("comments", comments);
    }
}
