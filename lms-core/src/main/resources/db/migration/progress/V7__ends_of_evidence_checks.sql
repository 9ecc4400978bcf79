alter table progress.evidence_check
    add column alive_at timestamptz,
    add column failure text,
    add constraint failed_and_not_ended check (failure is null or ended_at is not null);

comment on column progress.evidence_check.alive_at is 'when whoever does it was last seen at it; null before it begins';
comment on column progress.evidence_check.failure is 'why it could not be done';

-- If one of them is still waited for, it begins anew
update progress.evidence_check set alive_at = asked_at where ended_at is null;
