/**
 * What course search is measured by: courses made by rule from facts, queries whose intent is known, and grades that
 * follow from both and never from what an index says.
 */
@NullMarked
package academy.artisan.lms.search.judged;

import org.jspecify.annotations.NullMarked;
