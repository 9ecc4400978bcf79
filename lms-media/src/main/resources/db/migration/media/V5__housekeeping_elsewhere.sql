-- What is done again and again is arranged in jobs.job from now on; here are only videos to process
delete from media.job
    where task_name in ('remove-abandoned-uploads', 'remove-unused-objects', 'remove-abandoned-files', 'remove-retired-runs');
