@NullMarked
package academy.artisan.lms.demo;

import org.jspecify.annotations.NullMarked;
