create table media.file (
    file_id         uuid primary key,
    group_id        uuid        not null,
    type            text        not null,
    file_name       text        not null,
    size_bytes      bigint      not null,
    uploaded_by     uuid        not null,
    created_at      timestamptz not null,
    state           text        not null,
    refusal         text,
    sha256          text,
    pages           integer,
    reading_seconds integer,
    width           integer,
    height          integer,
    finished_at     timestamptz,
    constraint file_of_no_bytes check (size_bytes > 0),
    constraint unknown_type check (type in ('PDF', 'PPTX', 'DOCX', 'XLSX', 'JPEG', 'PNG')),
    constraint unknown_state check (state in ('UPLOADING', 'READY', 'REFUSED', 'REMOVED')),
    constraint ready_without_digest check (state <> 'READY' or sha256 is not null),
    constraint ready_without_measure check (state <> 'READY' or
        (pages is not null and reading_seconds is not null) or (width is not null and height is not null)),
    constraint refused_without_reason check (state <> 'REFUSED' or refusal is not null)
);

create index ready_file_of_group on media.file (group_id, file_id) where state = 'READY';
create index unfinished_file on media.file (created_at) where state <> 'READY';

comment on column media.file.type is 'what its name says; nothing else becomes READY';
comment on column media.file.state is 'REMOVED: nobody sees it any more, its object is still to be removed';

create function media.refuse_change_of_ready_file() returns trigger language plpgsql as $$
begin
    raise exception 'A file that is ready never changes: it is only removed';
end $$;

create trigger ready_file_changed before update on media.file
    for each row when (old.state = 'READY' and new.state <> 'REMOVED')
    execute function media.refuse_change_of_ready_file();
