@NullMarked
package academy.artisan.lms.search.passage;

import org.jspecify.annotations.NullMarked;
