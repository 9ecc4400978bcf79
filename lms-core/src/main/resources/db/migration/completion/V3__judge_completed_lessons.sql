-- News that waits to be judged is of completed lessons now; it looks the same.
update event_publication set event_type = 'academy.artisan.lms.progress.LessonsCompleted'
where listener_id = 'completion.judge-progress';
