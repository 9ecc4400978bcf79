-- When the enrolment began that a row speaks of; nothing where the course is required but not taken
alter table compliance.training add column begun_at timestamptz;
update compliance.training t set begun_at = e.enrolled_at
from enrolment.enrolment e
where e.person_id = t.person_id and e.course_id = t.course_id and e.generation = t.generation;
