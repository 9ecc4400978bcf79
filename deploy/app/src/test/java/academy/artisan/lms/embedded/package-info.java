/** Tests of the one-machine stack, and the one stack that all tests share. */
@NullMarked
package academy.artisan.lms.embedded;

import org.jspecify.annotations.NullMarked;
