-- Versions that another installation published. Their evidence is what the archive said; nobody here approved them.
alter table course.version add column imported_at timestamptz;
