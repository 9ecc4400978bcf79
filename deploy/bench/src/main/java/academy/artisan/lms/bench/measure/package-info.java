/** How requests are sent, and what they take. */
@NullMarked
package academy.artisan.lms.bench.measure;

import org.jspecify.annotations.NullMarked;
