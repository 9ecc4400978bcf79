package academy.artisan.lms.progress.policy;

/** What somebody asks of who watches. */
record Asked(Asking by, WatchRules rules) {}
