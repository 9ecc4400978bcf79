package academy.artisan.lms.enrolment;

import java.util.List;

/** Other enrolments took the place of these. One event for a whole batch. */
public record EnrolmentsEnded(List<EnrolmentId> enrolmentIds) {}
