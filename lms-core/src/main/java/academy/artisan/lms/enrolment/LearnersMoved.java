package academy.artisan.lms.enrolment;

import java.util.List;

/** These enrolments are in another version of their course now, or began there. One event for a whole batch. */
public record LearnersMoved(List<EnrolmentId> enrolmentIds) {}
