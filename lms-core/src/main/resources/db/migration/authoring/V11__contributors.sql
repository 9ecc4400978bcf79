-- Who wrote what came into a course other than by a save of theirs: it was copied, or gone back to. They had a hand in
-- the course, so they do not review it.
create table authoring.contributor (
    course_id uuid not null references authoring.draft,
    person_id uuid not null,
    revision  int  not null,
    primary key (course_id, person_id, revision)
);
comment on column authoring.contributor.revision is 'the revision that brought it in';

-- Reviews of a course are told apart by when they were submitted, not by ids of whichever node.
create index review_by_time on authoring.review (course_id, submitted_at);
drop index authoring.review_by_course;
