create schema enrolment;

create table enrolment.enrolment (
    enrolment_id uuid primary key,
    person_id    uuid not null,
    course_id    uuid not null,
    version      int not null,
    enrolled_at  timestamptz not null,
    constraint enrolled_twice unique (person_id, course_id)
);
