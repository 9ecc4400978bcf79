-- To be let begin again in a new version is not to begin: what counts is the first enrolment in a course
update compliance.training t set begun_at = e.enrolled_at
from enrolment.enrolment e
where t.generation > 1 and e.person_id = t.person_id and e.course_id = t.course_id and e.generation = 1;

comment on column compliance.training.begun_at is
    'when the first enrolment in the course began; nothing where the course is only required, or where that is not known';
