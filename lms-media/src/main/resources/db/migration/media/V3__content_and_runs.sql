-- What was uploaded is content, which several videos may share; what was made of it is a run, of which the newest is current

create table media.content (
    content_id       uuid primary key,
    size_bytes       bigint      not null,
    sha256           text,
    state            text        not null,
    claim_id         uuid,
    progress_percent smallint    not null default 0,
    length_ms        bigint,
    current_run      uuid,
    rebuild          boolean     not null default false,
    failure          text,
    arrived_at       timestamptz not null,
    finished_at      timestamptz,
    constraint content_stored_twice unique (sha256),
    constraint content_of_no_bytes check (size_bytes > 0),
    constraint unknown_state check (state in ('PROCESSING', 'HELD', 'READY', 'FAILED')),
    constraint progress_outside_percent check (progress_percent between 0 and 100),
    constraint ready_without_run check ((state = 'READY') = (current_run is not null)),
    constraint ready_without_length check ((state = 'READY') = (length_ms is not null)),
    constraint length_of_nothing check (length_ms > 0),
    constraint failed_without_reason check ((state in ('FAILED', 'HELD')) = (failure is not null)),
    constraint rebuilt_before_built check (not rebuild or state = 'READY')
);

comment on column media.content.content_id is 'the id of the video that brought it first; its objects lie below videos/{content_id}/';
comment on column media.content.sha256 is 'of the source as the worker read it; null until then';
comment on column media.content.state is 'HELD: processing failed again and again, and a person decides';
comment on column media.content.claim_id is 'the run that is being made; an older one that finds another id here has to give up';

create index content_to_look_after on media.content (state) where state <> 'READY' or rebuild;

create table media.run (
    run_id         uuid primary key,
    content_id     uuid        not null references media.content on delete cascade,
    ladder         text        not null,
    poster_key     text        not null,
    thumbnails     jsonb,
    encryption_key bytea,
    made_at        timestamptz not null,
    retired_at     timestamptz,
    constraint key_of_other_length check (length(encryption_key) = 16)
);

comment on column media.run.thumbnails is 'pictures for the seek bar, in sheets; null where there are none';
comment on column media.run.encryption_key is 'AES-128 key of its segments; null if they are in clear';
comment on column media.run.retired_at is 'when another took its place; it is still played for a while';

create index run_of_content on media.run (content_id);

alter table media.rendition rename to rendition_before;
alter table media.rendition_before rename constraint rendition_pkey to rendition_before_pkey;

create table media.rendition (
    run_id                  uuid               not null references media.run on delete cascade,
    name                    text               not null,
    kind                    text               not null,
    width                   integer,
    height                  integer,
    peak_bits_per_second    integer            not null,
    average_bits_per_second integer            not null,
    codecs                  text               not null,
    frame_rate              double precision,
    segment_seconds         double precision[] not null,
    key_prefix              text               not null,
    primary key (run_id, name),
    constraint unknown_kind check (kind in ('VIDEO', 'AUDIO')),
    constraint picture_without_size check ((kind = 'VIDEO') = (width is not null and height is not null and frame_rate is not null))
);

comment on column media.rendition.key_prefix is 'below it lie init.mp4 and the segments 00000.m4s, 00001.m4s, …';

alter table media.video
    add column announced_sha256 text,
    add column content_id uuid references media.content;

drop trigger ready_video_changed on media.video;

insert into media.content (content_id, size_bytes, state, claim_id, progress_percent, failure, arrived_at, finished_at)
    select video_id, size_bytes, case when state = 'READY' then 'PROCESSING' else state end, run_id, progress_percent,
           failure, created_at, finished_at
    from media.video where state <> 'UPLOADING';

insert into media.run (run_id, content_id, ladder, poster_key, made_at)
    select run_id, video_id, 'before runs', poster_key, finished_at from media.video where state = 'READY';

insert into media.rendition
    select video.run_id, rendition.name, 'VIDEO', rendition.width, rendition.height, rendition.peak_bits_per_second,
           rendition.average_bits_per_second, rendition.codecs, rendition.frame_rate, rendition.segment_seconds,
           rendition.key_prefix
    from media.rendition_before rendition join media.video using (video_id);

update media.content content
    set state = 'READY', length_ms = video.length_ms, current_run = video.run_id
    from media.video where video.video_id = content.content_id and video.state = 'READY';

update media.video set content_id = video_id where state <> 'UPLOADING';

drop table media.rendition_before;

alter table media.content add constraint current_run_missing
    foreign key (current_run) references media.run deferrable initially deferred;

alter table media.video
    drop constraint processed_without_parts,
    drop column state,
    drop column run_id,
    drop column progress_percent,
    drop column length_ms,
    drop column poster_key,
    drop column failure,
    drop column finished_at,
    add constraint completed_without_parts check (content_id is null or parts_digest is not null);

create index video_of_content on media.video (content_id);
create index video_of_group on media.video (group_id, video_id);
create index open_upload on media.video (created_at) where content_id is null;

create or replace function media.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'What is playable never changes';
end $$;

create trigger ready_content_changed before update on media.content
    for each row when (old.state = 'READY' and
        (new.state <> 'READY' or new.length_ms <> old.length_ms or new.size_bytes <> old.size_bytes or new.sha256 <> old.sha256))
    execute function media.refuse();

create trigger run_changed before update on media.run
    for each row when (new.retired_at is null or (to_jsonb(new) - 'retired_at') <> (to_jsonb(old) - 'retired_at'))
    execute function media.refuse();

create trigger rendition_changed before update on media.rendition
    for each row execute function media.refuse();

create table media.removal (
    removal_id uuid primary key,
    key_prefix text        not null,
    upload_id  text,
    due_at     timestamptz not null
);

comment on table media.removal is 'objects that nothing refers to any more; noted in the transaction that made them so';
comment on column media.removal.upload_id is 'of a multipart upload to abort, then key_prefix is its key';

create index removal_by_time on media.removal (due_at);
