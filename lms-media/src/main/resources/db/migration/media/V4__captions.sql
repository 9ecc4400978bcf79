-- Captions belong to the video, not to a version of a course: to correct one needs no new publication.
create table media.caption (
    video_id   uuid        not null references media.video on delete cascade,
    language   text        not null,
    label      text        not null,
    vtt        text        not null,
    cues       integer     not null,
    sha256     text        not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    primary key (video_id, language),
    constraint caption_without_cue check (cues > 0)
);

comment on column media.caption.language is 'a BCP 47 tag in its canonical form';
comment on column media.caption.vtt is 'WebVTT as it was normalised, never as it was uploaded';
comment on column media.caption.sha256 is 'of the text, in lower-case hexadecimal';
