/** How Elasticsearch is asked, and what is answered while it is away. */
@NullMarked
package academy.artisan.lms.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
