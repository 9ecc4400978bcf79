-- Openings in their order, whatever the clock of the node said. Those from before keep the order of their ids, and no
-- row of theirs is written.
alter table progress.playback add column opening bigint not null default 0;
alter table progress.playback
    alter column opening drop default,
    alter column opening add generated always as identity;

comment on column progress.playback.opening is 'of a learner''s playbacks the one with the highest is the newest; 0: by id';

create index playback_by_opening on progress.playback (person_id, opening desc, playback_id desc);
drop index progress.playback_by_person;
