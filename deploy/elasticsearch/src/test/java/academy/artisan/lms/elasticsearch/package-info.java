/** Tests of the node as a process. */
@NullMarked
package academy.artisan.lms.elasticsearch;

import org.jspecify.annotations.NullMarked;
