/** Searching courses: what a text means, how it is asked for, and how the answer is read. */
@NullMarked
package academy.artisan.lms.search.query;

import org.jspecify.annotations.NullMarked;
