create schema identity;

create table identity.person (
    person_id     uuid primary key,
    username      text not null constraint username_taken unique,
    name          text not null,
    password_hash text not null,
    created_at    timestamptz not null
);

create table identity.role_grant (
    person_id uuid not null references identity.person,
    role      text not null,
    scope     uuid,
    constraint role_granted_twice unique nulls not distinct (person_id, role, scope)
);

-- A refresh token is used once. All that descend from one log-in are a family: when one comes back a second time,
-- somebody has a copy, and the whole family ends.
create table identity.refresh_token (
    token_hash text primary key,
    family     uuid not null,
    person_id  uuid not null references identity.person,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index refresh_token_by_family on identity.refresh_token (family);
create index refresh_token_by_person on identity.refresh_token (person_id);
