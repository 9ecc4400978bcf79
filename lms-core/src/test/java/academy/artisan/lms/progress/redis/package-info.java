/** Tests of what is asked of Redis servers. */
@NullMarked
package academy.artisan.lms.progress.redis;

import org.jspecify.annotations.NullMarked;
