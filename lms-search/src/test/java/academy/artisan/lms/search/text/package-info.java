@NullMarked
package academy.artisan.lms.search.text;

import org.jspecify.annotations.NullMarked;
