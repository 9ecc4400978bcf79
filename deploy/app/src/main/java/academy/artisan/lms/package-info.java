/** The application: what is assembled from the features, and started. */
@NullMarked
package academy.artisan.lms;

import org.jspecify.annotations.NullMarked;
