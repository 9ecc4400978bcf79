create schema audit;

create table audit.entry (
    entry_id     uuid primary key,
    at           timestamptz not null,
    person_id    uuid,
    action       text not null constraint action_is_no_word check (action ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    subject_kind text not null constraint kind_is_no_word check (subject_kind ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    subject_id   uuid not null,
    group_id     uuid,
    details      jsonb not null
);

comment on column audit.entry.person_id is 'none if the platform did it by itself';

create index entry_by_time on audit.entry (at, entry_id);
create index entry_by_subject on audit.entry (subject_id, at, entry_id);
create index entry_by_group on audit.entry (group_id, at, entry_id) where group_id is not null;
create index entry_by_person on audit.entry (person_id, at, entry_id) where person_id is not null;
create index entry_by_action on audit.entry (action, at, entry_id);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;

create trigger trail_is_append_only before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger trail_is_not_emptied before truncate on audit.entry
    for each statement execute function audit.refuse_change();
