-- Rebuilding an index, and comparing one with what it is made of: who does it, how far it is, what it found.
create table search.index_work (
    work_id      uuid primary key,
    index        text not null,
    task         text not null check (task in ('REBUILD', 'CHECK')),
    asked_at     timestamptz not null,
    asked_by     uuid,
    expected     bigint not null default 0,
    done         bigint not null default 0,
    after        uuid,
    missing      bigint not null default 0,
    outdated     bigint not null default 0,
    surplus      bigint not null default 0,
    differences  jsonb not null default '[]',
    leased_until timestamptz,
    failure      text,
    ended_at     timestamptz
);

create unique index index_work_under_way on search.index_work (index, task) where ended_at is null;

comment on column search.index_work.asked_by is 'nobody if it was due';
comment on column search.index_work.after is 'the course that it got to';
comment on column search.index_work.differences is 'the first ones, each a course and what differed';
comment on column search.index_work.leased_until is 'whoever does it is thought to be alive until then';
comment on column search.index_work.failure is 'why it did not go on last time; it is tried again';
