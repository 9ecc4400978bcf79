/** Operating videos: jobs, room, trying again, rebuilding and removing. */
@NullMarked
package academy.artisan.lms.media.operations;

import org.jspecify.annotations.NullMarked;
