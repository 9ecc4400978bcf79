package academy.artisan.lms.authoring;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;

/** The teaching-research groups, one per field, and who may do what in them. */
public interface TeachingGroups {

    /**
     * Ends unless the caller writes for this group (author or lead there, or administrator).
     *
     * @throws academy.artisan.lms.support.NotFound if there is no such group
     * @throws academy.artisan.lms.support.NotAllowed if the caller does not write for it
     */
    void requireAuthor(Caller caller, GroupId groupId);

    /** Whether the caller may look at what this group has not published: any role in it, or administrator. */
    boolean mayRead(Caller caller, GroupId groupId);
}
