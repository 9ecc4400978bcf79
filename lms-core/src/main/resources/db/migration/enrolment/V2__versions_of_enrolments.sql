-- A person takes a course once at a time. An enrolment that a new version replaced is kept as evidence.
alter table enrolment.enrolment
    add column generation   int not null default 1,
    add column ended_at     timestamptz,
    add column replaced_by  uuid,
    add column completed_at timestamptz,
    add constraint ended_without_successor check ((ended_at is null) = (replaced_by is null)),
    add constraint ended_though_completed check (ended_at is null or completed_at is null);
comment on column enrolment.enrolment.generation is '1 for the first enrolment of a person in a course, then counting up';

alter table enrolment.enrolment drop constraint enrolled_twice;
create unique index enrolled_twice on enrolment.enrolment (person_id, course_id) where ended_at is null;
create unique index same_generation_twice on enrolment.enrolment (person_id, course_id, generation);
create index enrolment_by_course on enrolment.enrolment (course_id, version, enrolment_id) where ended_at is null;

-- How enrolments came to another version
create table enrolment.move (
    enrolment_id uuid not null references enrolment.enrolment,
    from_version int not null,
    to_version   int not null,
    moved_at     timestamptz not null,
    primary key (enrolment_id, to_version)
);
