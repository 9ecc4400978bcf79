create schema course;

-- content is the canonical JSON that was approved, byte for byte; frozen is what the platform knew at that moment.
create table course.version (
    course_id    uuid not null,
    version      int not null,
    group_id     uuid not null,
    content      text not null,
    digest       text not null,
    frozen       jsonb not null,
    published_at timestamptz not null,
    primary key (course_id, version),
    constraint digest_of_other_content check (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);

create function course.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a published course version never changes';
end
$$;

create trigger version_is_immutable before update or delete on course.version
    for each row execute function course.refuse_change();
create trigger version_is_not_emptied before truncate on course.version
    for each statement execute function course.refuse_change();

create table course.open_course (
    course_id uuid primary key,
    version   int not null,
    foreign key (course_id, version) references course.version
);
