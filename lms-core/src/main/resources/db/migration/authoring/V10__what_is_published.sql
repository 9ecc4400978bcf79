-- What is published is taken from the published versions themselves: drafts of installations from before do not say it,
-- and where they say which revision it was, that was sometimes only the revision at which the course was withdrawn.
update authoring.draft d set
    published_version = v.version,
    published_digest = v.digest,
    withdrawn = o.withdrawn_at is not null,
    published_revision = (select max(r.revision) from authoring.revision r
                          where r.course_id = d.course_id and r.saved_at <= v.published_at)
from course.open_course o join course.version v using (course_id, version)
where o.course_id = d.course_id;

-- No revision of the draft became a version that came in with it.
update authoring.draft d set published_revision = null
from course.version v
where v.course_id = d.course_id and v.version = d.published_version and v.imported_at is not null;

-- Drafts from before that were not saved since have no digest; of those that were published as they are it is known.
update authoring.draft d set digest = v.digest
from course.version v
where v.course_id = d.course_id and v.version = d.published_version and d.digest = '' and v.content::jsonb = d.content;

-- What shall be published, and nothing that is approved later.
alter table authoring.scheduled_publication add column digest text;
update authoring.scheduled_publication s set digest = coalesce(d.approved_digest, d.digest)
from authoring.draft d where d.course_id = s.course_id;
alter table authoring.scheduled_publication alter column digest set not null;
