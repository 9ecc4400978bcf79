create schema authoring;

create table authoring.teaching_group (
    group_id uuid primary key,
    position int not null,
    name     text not null,
    field    text not null
);

-- Three fields are named by the academy; an administrator names the others.
insert into authoring.teaching_group (group_id, position, name, field) values
    ('01980000-0000-7000-8000-000000000001', 1, '智能制造与装备教研组', '智能制造与装备'),
    ('01980000-0000-7000-8000-000000000002', 2, '文化创意教研组', '文化创意'),
    ('01980000-0000-7000-8000-000000000003', 3, '绿色能源教研组', '绿色能源'),
    ('01980000-0000-7000-8000-000000000004', 4, '第四教研组', '领域四'),
    ('01980000-0000-7000-8000-000000000005', 5, '第五教研组', '领域五'),
    ('01980000-0000-7000-8000-000000000006', 6, '第六教研组', '领域六'),
    ('01980000-0000-7000-8000-000000000007', 7, '第七教研组', '领域七'),
    ('01980000-0000-7000-8000-000000000008', 8, '第八教研组', '领域八');

create table authoring.draft (
    course_id uuid primary key,
    group_id  uuid not null references authoring.teaching_group,
    revision  int not null,
    content   jsonb not null,
    saved_at  timestamptz not null
);

create index draft_by_group on authoring.draft (group_id);

-- Who had a hand in a course: they do not review it.
create table authoring.edit (
    course_id uuid not null references authoring.draft,
    revision  int not null,
    person_id uuid not null,
    edited_at timestamptz not null,
    primary key (course_id, revision)
);

create index edit_by_person on authoring.edit (course_id, person_id);

-- Every id that a section or lesson ever had, and the one course where it may be used.
create table authoring.part (
    part_id   uuid primary key,
    course_id uuid not null references authoring.draft
);

create index part_by_course on authoring.part (course_id);

create table authoring.review (
    review_id    uuid primary key,
    course_id    uuid not null references authoring.draft,
    digest       text not null,
    state        text not null,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    decided_by   uuid,
    decided_at   timestamptz,
    comments     text,
    constraint decided_by_its_submitter check (decided_by <> submitted_by)
);

create index review_by_course on authoring.review (course_id);
