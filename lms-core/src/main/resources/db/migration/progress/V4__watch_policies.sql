-- What a course or a unit asks of who watches; what is null is left to the others, and a row of nulls asks for nothing.
-- A row is never removed, so that its revision never begins anew.
create table progress.watch_rules (
    owner_kind                     text not null,
    owner_id                       uuid not null,
    max_rate                       numeric(3, 2),
    in_order                       boolean,
    visible_only                   boolean,
    presence_every_seconds         int,
    presence_answer_within_seconds int,
    daily_cap_seconds              int,
    revision                       int not null,
    changed_at                     timestamptz not null,
    changed_by                     uuid not null,
    primary key (owner_kind, owner_id),
    constraint rules_of_neither_course_nor_unit check (owner_kind in ('COURSE', 'UNIT')),
    constraint rate_slower_than_life_or_faster_than_twice check (max_rate between 1 and 2),
    constraint presence_asked_too_often_or_too_seldom check (presence_every_seconds between 60 and 7200),
    constraint too_little_or_too_much_time_to_answer check (presence_answer_within_seconds between 15 and 600),
    constraint presence_said_by_half check
        ((presence_every_seconds is null) = (presence_answer_within_seconds is null)),
    constraint answer_later_than_the_next_question check (presence_answer_within_seconds <= presence_every_seconds),
    constraint cap_under_ten_minutes_or_over_a_day check (daily_cap_seconds between 600 and 86400)
);
