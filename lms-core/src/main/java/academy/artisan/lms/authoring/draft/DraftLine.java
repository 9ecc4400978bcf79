package academy.artisan.lms.authoring.draft;

import java.time.Instant;
import java.util.List;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** A course in a list of drafts. */
record DraftLine(
        CourseId courseId,
        String title,
        String level,
        List<String> tags,
        DraftState state,
        int revision,
        @Nullable Integer publishedVersion,
        Instant createdAt,
        Instant savedAt,
        PersonId savedBy,
        @Nullable Instant deletedAt) {}
