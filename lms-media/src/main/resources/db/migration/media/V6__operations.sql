-- What administrators look at: how much room runs take, where processing stands since when, and why it failed
alter table media.run add column bytes bigint;

alter table media.run disable trigger run_changed;

update media.run set bytes = coalesce((
    select sum(rendition.average_bits_per_second::bigint * content.length_ms / 8000)
    from media.rendition join media.content on content.content_id = run.content_id
    where rendition.run_id = run.run_id), 0);

alter table media.run enable trigger run_changed;

alter table media.run
    alter column bytes set not null,
    alter column bytes set default 0,
    add constraint run_of_negative_size check (bytes >= 0);

comment on column media.run.bytes is
    'of all its objects; by length and rate where it was made before they were counted; 0 by a node of the version before';

alter table media.content
    add column since timestamptz,
    add column attempts integer not null default 0,
    add column last_error text,
    add column rebuild_failure text,
    add constraint failed_rebuild_of_nothing check (rebuild_failure is null or (state = 'READY' and not rebuild));

-- Before the column that has the table written anew: what this transaction has written is checked at its end only
update media.content set since = coalesce(finished_at, arrived_at);

alter table media.content
    alter column since set not null,
    -- Nodes of the version before go on while others are replaced
    alter column since set default now(),
    add column work text generated always as (case
        when state = 'PROCESSING' or rebuild then 'OPEN'
        when state = 'HELD' then 'HELD'
        when state = 'FAILED' or rebuild_failure is not null then 'FAILED'
    end) stored;

comment on column media.content.since is 'when its processing came to where it is: arrived, begun, ended, wanted again';
comment on column media.content.attempts is 'how often processing began since it was last wanted';
comment on column media.content.last_error is 'of an attempt that is made again: for administrators, in no language';
comment on column media.content.rebuild_failure is 'why it could not be made anew; what was made before is played';
comment on column media.content.work is 'whether its processing is open, held or failed; null when there is nothing to do';

create index content_by_work on media.content (work, since, content_id) where work is not null;
drop index media.content_to_look_after;

-- New uploads go before what is made anew
update media.job set priority = 50 where priority is null;
create index job_by_priority on media.job (priority desc, execution_time);
