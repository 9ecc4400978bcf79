create schema progress;

-- Every opening of a lesson; the newest of a learner is the credited one. settled_at: time up to there is accounted for.
create table progress.playback (
    playback_id  uuid primary key,
    person_id    uuid not null,
    enrolment_id uuid not null,
    lesson_id    uuid not null,
    opened_at    timestamptz not null,
    settled_at   timestamptz
);

create index playback_by_person on progress.playback (person_id, playback_id desc);
create index playback_by_enrolment on progress.playback (enrolment_id, playback_id);

-- Which seconds of a lesson were seen; the union only ever grows.
create table progress.lesson_progress (
    enrolment_id     uuid not null,
    lesson_id        uuid not null,
    coverage         int4multirange not null,
    covered_seconds  int not null,
    position_seconds int not null,
    changed_at       timestamptz not null,
    primary key (enrolment_id, lesson_id)
);
