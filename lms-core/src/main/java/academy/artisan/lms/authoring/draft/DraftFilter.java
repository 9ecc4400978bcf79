package academy.artisan.lms.authoring.draft;

import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which drafts are wanted; null means all.
 *
 * @param title part of the title, in any case
 * @param editor somebody who saved a revision
 * @param isDeleted those that were deleted instead of those that were not
 */
record DraftFilter(
        @Nullable DraftState state,
        @Nullable String title,
        @Nullable String tag,
        @Nullable String level,
        @Nullable PersonId editor,
        boolean isDeleted) {}
