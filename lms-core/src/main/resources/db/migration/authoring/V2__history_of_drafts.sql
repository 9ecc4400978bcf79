-- What lists of drafts show and search stands beside the document. What was approved and published is named by digest,
-- so that the state follows from facts and cannot disagree with them.
alter table authoring.draft
    add column title            text not null default '',
    add column level            text not null default '',
    add column tags             text[] not null default '{}',
    add column digest           text not null default '',
    add column created_at       timestamptz,
    add column created_by       uuid,
    add column saved_by         uuid,
    add column in_review        boolean not null default false,
    add column approved_digest  text,
    add column published_digest text,
    add column published_version int,
    add column withdrawn        boolean not null default false,
    add column deleted_at       timestamptz;

alter table authoring.draft
    add column state text not null generated always as (
        case when in_review then 'IN_REVIEW'
             when digest = published_digest then case when withdrawn then 'WITHDRAWN' else 'PUBLISHED' end
             when digest = approved_digest then 'APPROVED'
             else 'DRAFT' end) stored;

-- Who had a hand in a course does not review it; what each did can be read and taken back.
alter table authoring.edit rename to revision;
alter table authoring.revision rename column edited_at to saved_at;
alter index authoring.edit_by_person rename to revision_by_person;
alter table authoring.revision
    add column message   text,
    add column changes   jsonb,
    add column structure jsonb;
comment on column authoring.revision.changes is 'how many parts were ADDED, REMOVED, MOVED, EDITED';
comment on column authoring.revision.structure is 'the ids of sections and their lessons, in order; null where it is as in the revision before';

-- A part (the course itself, a section, a lesson) as of each revision that changed it.
create table authoring.part_revision (
    course_id uuid  not null references authoring.draft,
    part_id   uuid  not null,
    revision  int   not null,
    content   jsonb not null,
    primary key (course_id, part_id, revision)
);

alter table authoring.part add column changed_in int not null default 1;
comment on column authoring.part.changed_in is 'the revision that last changed or moved it';

-- Videos and documents of other groups that a course may show because it was copied from where they are shown.
create table authoring.borrowed_media (
    course_id uuid not null references authoring.draft,
    media_id  uuid not null,
    primary key (course_id, media_id)
);

-- History begins with what there is.
update authoring.draft d set
    title = content ->> 'title',
    level = content ->> 'level',
    tags = array(select jsonb_array_elements_text(content -> 'tags')),
    created_at = (select min(saved_at) from authoring.revision r where r.course_id = d.course_id),
    created_by = (select person_id from authoring.revision r where r.course_id = d.course_id order by revision limit 1),
    saved_by = (select person_id from authoring.revision r where r.course_id = d.course_id order by revision desc limit 1),
    in_review = exists (select from authoring.review r where r.course_id = d.course_id and r.state = 'OPEN'),
    approved_digest = (select r.digest from authoring.review r
                       where r.course_id = d.course_id and r.state = 'APPROVED' order by review_id desc limit 1);
alter table authoring.draft
    alter column created_at set not null,
    alter column created_by set not null,
    alter column saved_by set not null;

insert into authoring.part (part_id, course_id) select course_id, course_id from authoring.draft;
update authoring.part p set changed_in = d.revision from authoring.draft d where d.course_id = p.course_id;
insert into authoring.part_revision (course_id, part_id, revision, content)
    select course_id, course_id, revision, content - 'sections' from authoring.draft
    union all
    select course_id, (section ->> 'id')::uuid, revision, section - 'lessons'
    from authoring.draft, jsonb_array_elements(content -> 'sections') section
    union all
    select course_id, (lesson ->> 'id')::uuid, revision, lesson
    from authoring.draft, jsonb_array_elements(content -> 'sections') section,
         jsonb_array_elements(section -> 'lessons') lesson;
update authoring.revision r set structure = (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', section -> 'id',
        'lessons', (select coalesce(jsonb_agg(lesson -> 'id'), '[]') from jsonb_array_elements(section -> 'lessons') lesson))),
        '[]')
    from jsonb_array_elements(d.content -> 'sections') section)
from authoring.draft d where d.course_id = r.course_id and d.revision = r.revision;

create index draft_by_group_and_state on authoring.draft (group_id, state, saved_at desc, course_id);
drop index authoring.draft_by_group;
create index draft_by_group on authoring.draft (group_id, saved_at desc, course_id);
