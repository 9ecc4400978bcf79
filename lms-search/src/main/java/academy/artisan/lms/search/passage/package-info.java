/** What is said in videos and written in articles, found with the lesson and the second. */
@NullMarked
package academy.artisan.lms.search.passage;

import org.jspecify.annotations.NullMarked;
