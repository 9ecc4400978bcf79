alter table progress.playback add column most_rate double precision;
comment on column progress.playback.most_rate is 'the greatest rate that its tokens allowed, once it was renewed';

create function progress.seconds_in(ranges int4multirange) returns int language sql immutable parallel safe as $$
    select coalesce(sum(upper(range) - lower(range)), 0)::int from unnest(ranges) as range
$$;

-- Coverage for which there are no credited stretches, and why there are none.
create table progress.unproved_coverage (
    enrolment_id uuid not null,
    lesson_id    uuid not null,
    cause        text not null,
    seconds      int4multirange not null,
    primary key (enrolment_id, lesson_id, cause),
    constraint cause_unknown check (cause in ('BEFORE_EVIDENCE', 'RETENTION'))
);

comment on column progress.unproved_coverage.cause is
    'BEFORE_EVIDENCE: seen before stretches were kept; RETENTION: they were kept as long as evidence is';

insert into progress.unproved_coverage (enrolment_id, lesson_id, cause, seconds)
select enrolment_id, lesson_id, 'BEFORE_EVIDENCE', coverage - coalesce(proved, '{}')
from progress.lesson_progress known
left join (
    select enrolment_id, lesson_id, range_agg(int4range(from_second, to_second)) as proved
    from progress.playback join progress.credited_stretch using (playback_id) group by enrolment_id, lesson_id
) stretches using (enrolment_id, lesson_id)
where not isempty(coverage - coalesce(proved, '{}'));

-- Comparisons of progress with its evidence, of one enrolment, of a course, or of everything.
create table progress.evidence_check (
    check_id         uuid primary key,
    asked_at         timestamptz not null,
    asked_by         uuid,
    enrolment_id     uuid,
    course_id        uuid,
    ended_at         timestamptz,
    enrolments       int not null default 0,
    covered_seconds  bigint not null default 0,
    proved_seconds   bigint not null default 0,
    before_seconds   bigint not null default 0,
    retired_seconds  bigint not null default 0,
    difference_count int not null default 0,
    constraint two_scopes check (enrolment_id is null or course_id is null)
);

create table progress.evidence_difference (
    check_id     uuid not null references progress.evidence_check on delete cascade,
    number       int not null,
    kind         text not null,
    person_id    uuid,
    enrolment_id uuid,
    lesson_id    uuid,
    playback_id  uuid,
    first_day    date,
    last_day     date,
    recorded     bigint not null,
    proved       bigint not null,
    seconds      int4multirange not null default '{}',
    primary key (check_id, number)
);
