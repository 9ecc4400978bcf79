alter table authoring.draft add column published_revision int;
comment on column authoring.draft.published_revision is 'the revision that became the version published last';

-- A review goes from stage to stage, and from round to round as often as authors submit again.
alter table authoring.review
    add column group_id          uuid references authoring.teaching_group,
    add column stages            text[] not null default '{ANYBODY_ELSE}',
    add column stage             int not null default 1,
    add column round             int not null default 1,
    add column revision          int not null default 1,
    add column waiting_since     timestamptz,
    add column remind_after_days int not null default 3,
    add column reminded_at       timestamptz;
comment on column authoring.review.stages is 'who decides, one after the other; as the policy was when the review began';
comment on column authoring.review.stage is 'whose turn it is, counted from 1';
comment on column authoring.review.waiting_since is 'when it became the turn of that stage';

update authoring.review v set
    group_id = d.group_id,
    waiting_since = submitted_at,
    revision = coalesce((select max(r.revision) from authoring.revision r
                         where r.course_id = v.course_id and r.saved_at <= v.submitted_at), 1)
from authoring.draft d where d.course_id = v.course_id;

-- Each submission of the content that was to be looked at.
create table authoring.review_round (
    review_id    uuid not null references authoring.review,
    round        int  not null,
    revision     int  not null,
    digest       text not null,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    primary key (review_id, round)
);

insert into authoring.review_round (review_id, round, revision, digest, submitted_by, submitted_at)
    select review_id, round, revision, digest, submitted_by, submitted_at from authoring.review;

-- What each stage said, bound to exactly what it had seen.
create table authoring.review_decision (
    decision_id uuid primary key,
    review_id   uuid not null references authoring.review,
    round       int  not null,
    stage       int  not null,
    kind        text not null,
    revision    int  not null,
    digest      text not null,
    decision    text not null constraint neither_approved_nor_rejected check (decision in ('APPROVE', 'REJECT')),
    person_id   uuid not null,
    group_id    uuid,
    decided_at  timestamptz not null,
    comments    text,
    constraint stage_decided_twice unique (review_id, round, stage)
);
comment on column authoring.review_decision.group_id is 'the group through which the person had the right; none for the academy';

insert into authoring.review_decision
    (decision_id, review_id, round, stage, kind, revision, digest, decision, person_id, decided_at, comments)
    select gen_random_uuid(), review_id, 1, 1, 'ANYBODY_ELSE', revision, digest,
           case state when 'APPROVED' then 'APPROVE' else 'REJECT' end, decided_by, decided_at, comments
    from authoring.review where decided_by is not null;

-- Only the newest submission of a course waits.
update authoring.review v set state = 'WITHDRAWN'
where state = 'OPEN'
  and exists (select from authoring.review n where n.course_id = v.course_id and n.review_id > v.review_id);

alter table authoring.review
    drop constraint decided_by_its_submitter,
    drop column decided_by,
    drop column decided_at,
    drop column comments,
    alter column group_id set not null,
    alter column waiting_since set not null,
    add constraint unknown_state check (state in ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    add constraint stage_out_of_range check (stage between 1 and cardinality(stages));

create unique index two_open_reviews on authoring.review (course_id) where state = 'OPEN';
create index open_review_by_time on authoring.review (waiting_since, review_id) where state = 'OPEN';
create index review_by_group on authoring.review (group_id, submitted_at, review_id);

create function authoring.refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
    raise exception 'what was submitted and decided is append-only';
end
$$;

create trigger decisions_are_append_only before update or delete on authoring.review_decision
    for each row execute function authoring.refuse_change_of_evidence();
create trigger decisions_are_not_emptied before truncate on authoring.review_decision
    for each statement execute function authoring.refuse_change_of_evidence();
create trigger rounds_are_append_only before update or delete on authoring.review_round
    for each row execute function authoring.refuse_change_of_evidence();
create trigger rounds_are_not_emptied before truncate on authoring.review_round
    for each statement execute function authoring.refuse_change_of_evidence();

-- Comments belong to the course: they outlive the round and the review in which they were made.
create table authoring.review_comment (
    comment_id   uuid primary key,
    course_id    uuid not null references authoring.draft,
    review_id    uuid not null references authoring.review,
    round        int  not null,
    part_id      uuid,
    part_kind    text,
    field        text,
    quote        text,
    text         text not null,
    must_resolve boolean not null,
    person_id    uuid not null,
    commented_at timestamptz not null,
    resolved_by  uuid,
    resolved_at  timestamptz,
    constraint resolved_by_nobody check ((resolved_by is null) = (resolved_at is null))
);

create index comment_by_course on authoring.review_comment (course_id, comment_id);
create index open_comment_by_course on authoring.review_comment (course_id) where resolved_at is null;

create table authoring.review_answer (
    answer_id   uuid primary key,
    comment_id  uuid not null references authoring.review_comment,
    person_id   uuid not null,
    answered_at timestamptz not null,
    text        text not null
);

create index answer_by_comment on authoring.review_answer (comment_id, answer_id);
