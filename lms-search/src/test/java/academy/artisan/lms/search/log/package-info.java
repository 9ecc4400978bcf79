/** Tests of what is learnt from searches. */
@NullMarked
package academy.artisan.lms.search.log;

import org.jspecify.annotations.NullMarked;
