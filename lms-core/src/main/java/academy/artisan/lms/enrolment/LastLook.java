package academy.artisan.lms.enrolment;

import java.util.Collection;

/** Sees to it that what learners earned in their version is on record before they are moved to another one. */
public interface LastLook {

    /** Makes durable what is in flight; called once before a move, outside of any transaction. */
    default void settle() {}

    /** Completes those of these enrolments that are completed; called within the transaction that moves the others. */
    default void complete(Collection<EnrolmentId> enrolmentIds) {}
}
