/** Tests of what the search knows without Elasticsearch. */
@NullMarked
package academy.artisan.lms.search;

import org.jspecify.annotations.NullMarked;
