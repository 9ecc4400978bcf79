alter table progress.playback
    add column renewed_at timestamptz,
    add column revoked_at timestamptz,
    add column revoked_by uuid,
    add constraint revoked_by_nobody check ((revoked_at is null) = (revoked_by is null));

comment on column progress.playback.renewed_at is 'when its last token was made; null for the one it was opened with';
comment on column progress.playback.revoked_at is 'from then on it gets neither playlist nor key nor credit';
