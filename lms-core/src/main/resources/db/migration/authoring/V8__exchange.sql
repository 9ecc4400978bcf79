-- Archives of courses with their media, on their way out. They are kept for a day.
create table authoring.archive (
    archive_id       uuid primary key,
    course_id        uuid        not null references authoring.draft,
    group_id         uuid        not null,
    person_id        uuid        not null,
    title            text        not null,
    created_at       timestamptz not null,
    state            text        not null default 'BUILDING',
    run_id           uuid,
    progress_percent smallint    not null default 0,
    size_bytes       bigint,
    expires_at       timestamptz not null,
    constraint unknown_state_of_archive check (state in ('BUILDING', 'READY', 'FAILED')),
    constraint ready_archive_of_no_size check ((state = 'READY') = (size_bytes is not null))
);
create unique index one_archive_at_a_time on authoring.archive (course_id) where state = 'BUILDING';
create index archive_by_end on authoring.archive (expires_at);

-- Archives on their way in, and what became of them.
create table authoring.import (
    import_id        uuid primary key,
    group_id         uuid        not null,
    person_id        uuid        not null,
    file_name        text        not null,
    size_bytes       bigint      not null,
    part_size_bytes  bigint      not null,
    upload_id        text        not null,
    as_copy          boolean     not null,
    created_at       timestamptz not null,
    state            text        not null default 'UPLOADING',
    run_id           uuid,
    progress_percent smallint    not null default 0,
    course_id        uuid,
    problems         jsonb       not null default '[]',
    finished_at      timestamptz,
    constraint unknown_state_of_import check (state in ('UPLOADING', 'CHECKING', 'DONE', 'REFUSED')),
    constraint done_without_course check ((state = 'DONE') = (course_id is not null)),
    constraint refused_without_problem check ((state = 'REFUSED') = (problems <> '[]'))
);
create index unfinished_import on authoring.import (created_at) where state = 'UPLOADING';
comment on column authoring.import.run_id is 'the run that checks it; an older run that finds another id here has to give up';

-- The course, files and videos that an import is about to bring: no other import brings the same meanwhile, so what one
-- of them has to throw away is nobody else's.
create table authoring.import_claim (
    claimed_id uuid primary key,
    import_id  uuid not null references authoring.import
);
create index claim_by_import on authoring.import_claim (import_id);
