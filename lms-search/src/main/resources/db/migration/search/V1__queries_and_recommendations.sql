create schema search;

-- What was searched for, and never by whom: no person, no address, no session, the time cut to the hour. The id is drawn
-- at random, so that neither it nor the order of rows tells more of the time.
create table search.logged_search (
    search_id uuid primary key,
    asked_at  timestamptz not null,
    query     text not null,
    filters   jsonb not null,
    hits      int not null,
    -- the same person asked the same on this day before
    again     boolean not null
);

create index logged_search_by_time on search.logged_search (asked_at);

create table search.logged_click (
    search_id uuid not null references search.logged_search on delete cascade,
    course_id uuid not null,
    position  int not null,
    primary key (search_id, course_id)
);

-- What became of each query on each day: all searches of it (no field), and those narrowed down to a field.
create table search.query_day (
    day           date not null,
    query         text collate "C" not null,
    field         text collate "C" not null,
    searches      int not null,
    -- of the last search that nothing else narrowed down
    hits          int,
    clicks        int not null default 0,
    position_sum  bigint not null default 0,
    last_asked_at timestamptz not null,
    primary key (day, query, field)
);

-- The courses that were ever published, with what recommendations are chosen by
create table search.shelved_course (
    course_id   uuid primary key,
    change      bigint not null,
    title       text not null,
    field       text not null,
    level       text not null,
    -- which step of the ladder of levels the level is
    step        int,
    open        boolean not null,
    completions int not null default 0
);

create index shelved_course_by_step on search.shelved_course (field, step);

-- How many people of a unit and below began a course lately; none of so few that somebody could be recognised
create table search.taken_in_unit (
    unit_path text collate "C" not null,
    course_id uuid not null,
    people    int not null,
    primary key (unit_path, course_id)
);
