create schema notification;

create table notification.notice (
    notice_id  uuid primary key,
    person_id  uuid not null,
    kind       text not null constraint kind_is_no_word check (kind ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    key        text not null,
    arguments  jsonb not null,
    link       text not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    constraint told_twice unique (person_id, kind, key)
);

comment on column notification.notice.key is 'what the notice is about: the same is told once';
comment on column notification.notice.arguments is 'filled into the text of the reader''s language';

create index notice_by_person on notification.notice (person_id, created_at, notice_id);
create index unread_notice_by_person on notification.notice (person_id, created_at, notice_id) where read_at is null;
