package academy.artisan.lms.course;

import java.time.Instant;

/** When and why a course was withdrawn. */
public record Withdrawn(Instant at, String reason) {}
