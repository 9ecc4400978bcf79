create schema jobs;

-- The queue of db-scheduler, with the columns that it expects
create table jobs.job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index job_by_execution_time on jobs.job (execution_time);
create index job_by_last_heartbeat on jobs.job (last_heartbeat);
