create schema organization;

create table organization.unit (
    unit_id   uuid primary key,
    parent_id uuid references organization.unit,
    kind      text not null,
    name      text not null,
    path      text collate "C" not null constraint place_in_the_tree_taken unique,
    constraint name_taken_among_siblings unique nulls not distinct (parent_id, name)
);

create table organization.member (
    person_id    uuid primary key,
    unit_id      uuid not null references organization.unit,
    staff_number text not null
);

create index member_by_unit on organization.member (unit_id);
