/** Chinese as it is typed: simplified, in pinyin, by initials. */
@NullMarked
package academy.artisan.lms.search.text;

import org.jspecify.annotations.NullMarked;
