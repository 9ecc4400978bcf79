create schema planning;

create table planning.item (
    item_id      uuid primary key,
    group_id     uuid        not null,
    year         int         not null,
    kind         text        not null,
    title        text        not null,
    description  text        not null,
    owner_id     uuid        not null,
    from_month   int         not null,
    to_month     int         not null,
    state        text        not null,
    reason       text,
    milestones   jsonb       not null,
    outcomes     jsonb       not null,
    carried_from uuid        constraint carried_over_twice unique,
    revision     int         not null,
    changed_at   timestamptz not null,
    constraint year_out_of_reach check (year between 2000 and 2100),
    constraint unknown_kind check (kind in ('COURSE_DEVELOPMENT', 'TEXTBOOK', 'TRAINING', 'TECHNICAL_PROBLEM')),
    constraint unknown_state check (state in ('PLANNED', 'UNDER_WAY', 'DONE', 'GIVEN_UP')),
    constraint months_in_wrong_order check (1 <= from_month and from_month <= to_month and to_month <= 12),
    constraint given_up_without_reason check ((state = 'GIVEN_UP') = (reason is not null))
);

comment on column planning.item.milestones is 'a list of {title, dueOn, doneOn}';
comment on column planning.item.outcomes is 'a list of {kind, courseId, title, link}';
comment on column planning.item.carried_from is 'the unfinished item of the year before that this one goes on with';

create index item_by_year on planning.item (year, group_id);
create index item_by_group on planning.item (group_id, year);
