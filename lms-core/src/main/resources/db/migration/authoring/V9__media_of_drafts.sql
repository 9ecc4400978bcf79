-- Which files and videos a draft shows: its cover, and what its lessons name
create function authoring.media_of(content jsonb) returns uuid[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct id::uuid), '{}')
    from (
        select content ->> 'coverId' as id
        union all
        select coalesce(lesson ->> 'documentId', lesson ->> 'videoId')
        from jsonb_path_query(content, '$.sections[*].lessons[*]') as lesson
    ) as media
    where id is not null
$$;

create index draft_by_media on authoring.draft using gin (authoring.media_of(content));
