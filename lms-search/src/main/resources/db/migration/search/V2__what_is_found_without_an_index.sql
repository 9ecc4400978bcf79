-- What a list of courses shows and asks for, so that they can be found, and rights be asked for, without the index.
-- What was put here before is put here anew, as the shelf is filled whenever the first node of a release starts.
alter table search.shelved_course
    add column audience     text[] not null default '{}',
    add column words        text not null default '',
    add column tags         text[] not null default '{}',
    add column group_name   text not null default '',
    add column language     text,
    add column seconds      int not null default 0,
    add column published_at timestamptz not null default '-infinity',
    add column line         jsonb;

comment on column search.shelved_course.audience is 'as course.open_course.audience';
comment on column search.shelved_course.words is 'title and tags as texts are compared, a line each';
comment on column search.shelved_course.line is 'what is shown of it';
