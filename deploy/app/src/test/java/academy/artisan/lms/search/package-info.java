/** Tests of the search against a running Elasticsearch. */
@NullMarked
package academy.artisan.lms.search;

import org.jspecify.annotations.NullMarked;
