/** What an uploaded file is: what its head says, what its packets show, and why it cannot be used. */
@NullMarked
package academy.artisan.lms.media.source;

import org.jspecify.annotations.NullMarked;
