-- Which files and videos a version shows: its cover, and what its lessons name
create function course.media_of(content text) returns uuid[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct id::uuid), '{}')
    from (
        select content::jsonb ->> 'coverId' as id
        union all
        select coalesce(lesson ->> 'documentId', lesson ->> 'videoId')
        from jsonb_path_query(content::jsonb, '$.sections[*].lessons[*]') as lesson
    ) as media
    where id is not null
$$;

create index version_by_media on course.version using gin (course.media_of(content));
