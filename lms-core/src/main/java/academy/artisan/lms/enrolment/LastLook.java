package academy.artisan.lms.enrolment;

import java.util.Collection;

/**
 * Sees to it that what learners earned in their version is on record before they are moved to another one. It is called
 * within the transaction that moves them, while nobody else can hold their enrolments.
 */
public interface LastLook {

    /** Lets nothing more be earned in these enrolments until they are moved, and makes durable what is in flight. */
    default void settle(Collection<EnrolmentId> enrolmentIds) {}

    /** Completes those of these enrolments that are completed; called when all is settled. */
    default void complete(Collection<EnrolmentId> enrolmentIds) {}
}
