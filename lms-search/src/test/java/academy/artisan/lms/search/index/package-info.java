@NullMarked
package academy.artisan.lms.search.index;

import org.jspecify.annotations.NullMarked;
