package academy.artisan.lms.authoring.outline;

import java.util.UUID;

import academy.artisan.lms.course.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Where a part stands.
 *
 * @param sectionId of a lesson: the section that it is in; null for a section
 * @param after the section or lesson right before it; null for the first
 */
public record Place(@Nullable SectionId sectionId, @Nullable UUID after) {}
