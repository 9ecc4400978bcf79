alter table authoring.teaching_group
    add column retired_at timestamptz,
    add column review_stages text[] not null default '{ANYBODY_ELSE}',
    add column remind_after_days int not null default 3,
    add constraint no_stage_or_too_many check (cardinality(review_stages) between 1 and 4),
    add constraint unknown_stage
        check (review_stages <@ array['OWN_LEAD', 'OTHER_GROUP', 'ACADEMY', 'ANYBODY_ELSE']),
    add constraint reminded_too_early_or_late check (remind_after_days between 1 and 90);

comment on column authoring.teaching_group.retired_at is
    'from then on the group takes no new work and is not offered; what it made stays readable';
comment on column authoring.teaching_group.review_stages is 'who decides on a course of the group, in this order';
