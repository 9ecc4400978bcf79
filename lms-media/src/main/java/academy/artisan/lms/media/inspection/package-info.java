/** What uploaded documents and pictures are, found in their content alone, in a process that may come to grief. */
@NullMarked
package academy.artisan.lms.media.inspection;

import org.jspecify.annotations.NullMarked;
