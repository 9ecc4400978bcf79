package academy.artisan.lms.authoring;

import academy.artisan.lms.course.GroupId;

/**
 * A teaching-research group; it works on one field.
 *
 * @param retired whether it takes no new work any more
 */
public record TeachingGroup(GroupId id, String name, String field, boolean retired) {}
