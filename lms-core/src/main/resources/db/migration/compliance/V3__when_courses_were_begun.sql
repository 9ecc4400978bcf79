-- When the enrolment began that a row speaks of; nothing where the course is required but not taken
alter table compliance.training add column begun_at timestamptz;
