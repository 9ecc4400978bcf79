create schema completion;

create table completion.completion (
    enrolment_id   uuid primary key,
    course_version int not null,
    rule_version   int not null,
    seconds        int not null,
    completed_at   timestamptz not null
);

-- Learning hours are money: entries are added, never changed. Each holds the hash of the one before.
create table completion.ledger (
    person_id     uuid not null,
    number        int not null,
    enrolment_id  uuid not null,
    seconds       int not null,
    reason        text not null,
    entered_at    timestamptz not null,
    previous_hash text not null,
    hash          text not null,
    primary key (person_id, number)
);

create function completion.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the hours ledger is append-only: a mistake is reversed by another entry';
end
$$;

create trigger ledger_is_append_only before update or delete on completion.ledger
    for each row execute function completion.refuse_change();
create trigger ledger_is_not_emptied before truncate on completion.ledger
    for each statement execute function completion.refuse_change();
create trigger completion_is_final before update or delete on completion.completion
    for each row execute function completion.refuse_change();
