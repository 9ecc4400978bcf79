alter table progress.lesson_progress
    add column person_id uuid,
    add column watched_millis bigint not null default 0;

update progress.lesson_progress known set person_id = playback.person_id, watched_millis = known.covered_seconds * 1000
from (select distinct on (enrolment_id) enrolment_id, person_id from progress.playback order by enrolment_id) playback
where playback.enrolment_id = known.enrolment_id;

alter table progress.lesson_progress alter column person_id set not null, set (fillfactor = 70);

comment on column progress.lesson_progress.watched_millis is 'watched in all, repeated seconds too';

create index lesson_progress_by_person on progress.lesson_progress (person_id);
create index lesson_progress_by_lesson on progress.lesson_progress (lesson_id);

alter table progress.playback
    add column policy jsonb not null default '{}';

comment on column progress.playback.settled_at is 'of playbacks from before credited stretches were kept';
comment on column progress.playback.policy is 'what was asked of who watched, as of the last token';

-- Which seconds were credited by which playback, and in which time. A stretch only grows, and nothing else changes.
create table progress.credited_stretch (
    playback_id uuid not null,
    from_second int not null,
    to_second   int not null,
    since       timestamptz not null,
    until       timestamptz not null,
    primary key (playback_id, from_second),
    constraint stretch_without_seconds check (to_second > from_second and from_second >= 0),
    constraint stretch_ends_before_it_begins check (until >= since)
) with (fillfactor = 80);

create function progress.stretch_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'A credited stretch only grows';
end $$;

create trigger stretch_only_grows before update on progress.credited_stretch for each row
    when (new.playback_id <> old.playback_id or new.from_second <> old.from_second or new.since <> old.since
          or new.to_second < old.to_second or new.until < old.until)
    execute function progress.stretch_only_grows();

-- What a playback was refused, by reason. The counts begin anew when Redis lost them: then there is a further row.
create table progress.refusal (
    playback_id  uuid not null,
    reason       text not null,
    since        timestamptz not null,
    until        timestamptz not null,
    heartbeats   int not null,
    most_seconds int not null,
    from_second  int not null,
    to_second    int not null,
    primary key (playback_id, reason, since)
);

comment on column progress.refusal.most_seconds is 'the most that one heartbeat was refused; they are sent again';

create table progress.presence_check (
    challenge_id uuid primary key,
    playback_id  uuid not null,
    issued_at    timestamptz not null,
    answered_at  timestamptz
);

create index presence_check_by_playback on progress.presence_check (playback_id);

-- How much was credited to a learner on a day of the platform's time zone, in all courses together.
create table progress.learning_day (
    person_id        uuid not null,
    day              date not null,
    credited_seconds int not null,
    primary key (person_id, day)
) with (fillfactor = 80);
