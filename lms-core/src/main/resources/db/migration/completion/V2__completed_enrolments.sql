-- An enrolment knows that it is completed, so that no later version moves or ends it.
update enrolment.enrolment e set completed_at = c.completed_at
from completion.completion c where c.enrolment_id = e.enrolment_id;
