-- What is done again and again is arranged in jobs.job from now on; here are only videos to process
delete from media.job
    where task_name in ('remove-abandoned-uploads', 'remove-unused-objects', 'remove-abandoned-files', 'remove-retired-runs');

-- Whoever removes objects says so, instead of holding the row and a connection while the store works
alter table media.removal
    add column attempts integer not null default 0,
    add column claimed_until timestamptz;

comment on column media.removal.claimed_until is 'the objects are being removed by somebody who is taken for dead after that';
