/** The algebra of outlines: small edits, the difference of two contents, its application. Knows no database. */
@NullMarked
package academy.artisan.lms.authoring.outline;

import org.jspecify.annotations.NullMarked;
