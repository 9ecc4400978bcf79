create schema compliance;

-- One row for each member of a unit and course that is taken or required; names are copied so that a report reads only here.
create table compliance.training (
    person_id       uuid not null,
    course_id       uuid not null,
    unit_id         uuid not null,
    unit_path       text collate "C" not null,
    unit_name       text not null,
    person_name     text not null,
    staff_number    text not null,
    course_title    text not null,
    covered_seconds int not null,
    percent         int not null,
    paid_seconds    int not null,
    due_on          date,
    completed_at    timestamptz,
    primary key (person_id, course_id)
);

create index training_by_place on compliance.training (unit_path, person_id, course_id);

create table compliance.required_training (
    required_training_id uuid primary key,
    unit_id              uuid not null,
    unit_path            text collate "C" not null,
    course_id            uuid not null,
    due_on               date not null,
    for_everybody        boolean not null,
    people               int not null,
    required_by          uuid not null,
    required_at          timestamptz not null
);
