/** Who may call what: the table that people read, and every operation asked by everybody. */
@NullMarked
package academy.artisan.lms.permissions;

import org.jspecify.annotations.NullMarked;
