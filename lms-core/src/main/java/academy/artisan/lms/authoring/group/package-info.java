/** The teaching groups themselves: which there are, their members, how they review. */
@NullMarked
package academy.artisan.lms.authoring.group;

import org.jspecify.annotations.NullMarked;
