/** What Elasticsearch holds, and how it is kept equal to the catalogue. */
@NullMarked
package academy.artisan.lms.search.index;

import org.jspecify.annotations.NullMarked;
