/** How heartbeats are taken and answered. */
@NullMarked
package academy.artisan.lms.progress.heartbeat;

import org.jspecify.annotations.NullMarked;
