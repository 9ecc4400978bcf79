-- What shall be published at a set time; at most one publication of a course waits.
create table authoring.scheduled_publication (
    course_id            uuid primary key references authoring.draft,
    publish_at           timestamptz not null,
    learners_in_progress text not null,
    note                 text,
    scheduled_by         uuid not null,
    scheduled_at         timestamptz not null
);
