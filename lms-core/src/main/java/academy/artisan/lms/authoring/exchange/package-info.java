/** Courses are taken away as one file and brought back, here or on another installation. */
@NullMarked
package academy.artisan.lms.authoring.exchange;

import org.jspecify.annotations.NullMarked;
