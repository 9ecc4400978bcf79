-- By itself, so that nobody waits for the column meanwhile
update compliance.training t set begun_at = e.enrolled_at
from enrolment.enrolment e
where e.person_id = t.person_id and e.course_id = t.course_id and e.generation = t.generation;
