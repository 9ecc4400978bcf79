-- With whom a course is shared, from its draft on; a course without a row is open to everyone. A row is never removed,
-- so that its revision never begins anew.
create table course.sharing (
    course_id  uuid primary key,
    everyone   boolean     not null,
    unit_ids   uuid[]      not null,
    revision   int         not null,
    changed_at timestamptz not null,
    changed_by uuid        not null,
    constraint units_named_beside_everyone check (not everyone or cardinality(unit_ids) = 0),
    constraint too_many_units_named check (cardinality(unit_ids) <= 200)
);

-- The audiences of a course as a viewer carries them: whoever is in one of them may find, open and begin it
create function course.audience_of(shared uuid, made_by uuid) returns text[] language sql stable as $$
    select coalesce(
        (
            select array['administrators', 'group:' || made_by]
                || array(select 'unit:' || unit from unnest(unit_ids) unit order by unit)
            from course.sharing where course_id = shared and not everyone
        ),
        array['everyone'])
$$;

-- Beside the course itself: one row is asked, and locked, for whether somebody may begin it
alter table course.open_course add column audience text[] not null default '{everyone}';
