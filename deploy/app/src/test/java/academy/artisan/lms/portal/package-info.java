@NullMarked
package academy.artisan.lms.portal;

import org.jspecify.annotations.NullMarked;
