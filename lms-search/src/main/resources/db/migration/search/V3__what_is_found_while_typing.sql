comment on column search.query_day.hits is
    'the most that anybody found on that day where nothing else narrowed it down; nothing if there was no such search';
