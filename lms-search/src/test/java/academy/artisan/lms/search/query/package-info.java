@NullMarked
package academy.artisan.lms.search.query;

import org.jspecify.annotations.NullMarked;
