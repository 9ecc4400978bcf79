-- What a row says is as of this enrolment of the person in the course and this version: older news changes nothing,
-- newer may lower it. 0 where the course is required but not taken.
alter table compliance.training
    add column generation int not null default 0,
    add column version    int not null default 0;
update compliance.training t set generation = e.generation, version = e.version
from enrolment.enrolment e
where e.person_id = t.person_id and e.course_id = t.course_id and e.ended_at is null;

create index training_by_course on compliance.training (course_id, unit_id) where generation > 0;
create index required_training_by_course on compliance.required_training (course_id, unit_id, required_training_id desc);
