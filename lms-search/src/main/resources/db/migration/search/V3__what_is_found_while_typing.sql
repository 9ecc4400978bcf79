-- Letters and pairs of letters: by these a word is found wherever it stands, and no extension knows pairs of characters
create function search.pieces(words text) returns text[] language sql immutable strict parallel safe
return array(
    select distinct piece
    from (select letter, letter || lead(letter) over (order by place) as pair
          from unnest(string_to_array(words, null)) with ordinality as letters (letter, place)) as letters,
        unnest(array[letter, pair]) as piece
    where piece is not null
);

alter table search.shelved_course
    add column pieces text[] not null generated always as (search.pieces(words)) stored;

create index shelved_course_by_piece on search.shelved_course using gin (pieces) where open;
create index shelved_course_by_publication on search.shelved_course (published_at desc, course_id) where open;

comment on column search.query_day.hits is
    'the most that anybody found on that day where nothing else narrowed it down; nothing if there was no such search';
