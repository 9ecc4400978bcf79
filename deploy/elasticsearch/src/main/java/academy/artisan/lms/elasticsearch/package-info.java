/** An Elasticsearch node in a process of its own, for machines that are given none. */
@NullMarked
package academy.artisan.lms.elasticsearch;

import org.jspecify.annotations.NullMarked;
