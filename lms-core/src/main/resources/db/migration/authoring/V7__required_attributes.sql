alter table authoring.teaching_group
    add column required_attributes text[] not null default '{}',
    add constraint unknown_attribute
        check (required_attributes <@ array['COVER', 'OBJECTIVES', 'AUDIENCE', 'INSTRUCTORS', 'LANGUAGE']);
comment on column authoring.teaching_group.required_attributes is
    'what a course of the group must say about itself before it is reviewed';
