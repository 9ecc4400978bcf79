package academy.artisan.lms.course;

/** What is said in a video can be read otherwise in this language, or not any more. */
public record CaptionsChanged(VideoId videoId, String language) {}
