/** What is learnt from searches: which queries are asked how often, what they find and what of it is opened. */
@NullMarked
package academy.artisan.lms.search.log;

import org.jspecify.annotations.NullMarked;
