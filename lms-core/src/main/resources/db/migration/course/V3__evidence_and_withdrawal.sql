-- Who published a version, what becomes of learners in the middle of an earlier one, and what it was approved by.
-- It stands in the version itself, so that it can change as little as the content.
alter table course.version
    add column published_by         uuid,
    add column learners_in_progress text  not null default 'KEEP',
    add column note                 text,
    add column approvals            jsonb not null default '[]',
    add constraint policy_for_learners check (learners_in_progress in ('KEEP', 'TOP_UP', 'START_AGAIN'));

-- A withdrawn course keeps its version. Every change counts up, so that what is derived can tell late news from new.
alter table course.open_course
    add column change           bigint not null default 0,
    add column withdrawn_at     timestamptz,
    add column withdrawn_by     uuid,
    add column withdrawn_reason text,
    add constraint withdrawn_without_reason check (withdrawn_at is null or (withdrawn_by is not null and withdrawn_reason <> ''));
update course.open_course set change = version;
