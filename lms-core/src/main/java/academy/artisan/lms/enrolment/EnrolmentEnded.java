package academy.artisan.lms.enrolment;

import java.util.Map;

import academy.artisan.lms.support.Problem;

/** A new version of the course is begun again, in another enrolment. */
class EnrolmentEnded extends Problem {

    private final EnrolmentId replacedBy;

    EnrolmentEnded(EnrolmentId replacedBy) {
        super(Kind.CONFLICT, "The enrolment was replaced by " + replacedBy);
        this.replacedBy = replacedBy;
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("enrolmentId", replacedBy);
    }
}
