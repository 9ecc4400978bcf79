/** What tests of the assembled application share. */
@NullMarked
package academy.artisan.lms.testing;

import org.jspecify.annotations.NullMarked;
