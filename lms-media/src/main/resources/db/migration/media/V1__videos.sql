create schema media;

create table media.video (
    video_id         uuid primary key,
    group_id         uuid        not null,
    file_name        text        not null,
    size_bytes       bigint      not null,
    part_size_bytes  bigint      not null,
    upload_id        text        not null,
    uploaded_by      uuid        not null,
    created_at       timestamptz not null,
    state            text        not null,
    parts_digest     text,
    run_id           uuid,
    progress_percent smallint    not null default 0,
    length_ms        bigint,
    poster_key       text,
    failure          text,
    finished_at      timestamptz,
    constraint video_of_no_bytes check (size_bytes > 0),
    constraint unknown_state check (state in ('UPLOADING', 'PROCESSING', 'READY', 'FAILED')),
    constraint progress_outside_percent check (progress_percent between 0 and 100),
    constraint processed_without_parts check (state = 'UPLOADING' or parts_digest is not null),
    constraint ready_without_length check (state <> 'READY' or length_ms > 0),
    constraint failed_without_reason check ((state = 'FAILED') = (failure is not null))
);

comment on column media.video.parts_digest is 'what was completed, so that a repeat of the same completion is told from another';
comment on column media.video.run_id is 'the run that makes the renditions; an older run that finds another id here has to give up';

create table media.rendition (
    video_id                uuid               not null references media.video,
    name                    text               not null,
    width                   integer            not null,
    height                  integer            not null,
    peak_bits_per_second    integer            not null,
    average_bits_per_second integer            not null,
    codecs                  text               not null,
    frame_rate              double precision   not null,
    segment_seconds         double precision[] not null,
    key_prefix              text               not null,
    primary key (video_id, name)
);

comment on column media.rendition.key_prefix is 'below it lie init.mp4 and the segments 00000.m4s, 00001.m4s, …';

create function media.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'A video that is ready never changes';
end $$;

create trigger ready_video_changed before update or delete on media.video
    for each row when (old.state = 'READY') execute function media.refuse();

create trigger rendition_changed before update or delete on media.rendition
    for each row execute function media.refuse();

-- The queue of db-scheduler, with the columns that it expects
create table media.job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index job_by_execution_time on media.job (execution_time);
create index job_by_last_heartbeat on media.job (last_heartbeat);
