package academy.artisan.lms.bench.search;

import java.time.Instant;
import java.util.UUID;

/**
 * A published course as PostgreSQL holds it.
 *
 * @param content what its authors wrote, as canonical JSON
 * @param frozen what the platform knew of it, as JSON
 */
record Course(UUID courseId, UUID groupId, String content, String frozen, Instant publishedAt) {}
