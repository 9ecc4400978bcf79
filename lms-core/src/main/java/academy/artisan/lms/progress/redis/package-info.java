/** How the application speaks with Redis, whether it is one server, a master with Sentinels or a cluster. */
@NullMarked
package academy.artisan.lms.progress.redis;

import org.jspecify.annotations.NullMarked;
