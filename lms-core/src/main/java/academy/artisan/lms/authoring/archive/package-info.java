/** What the exchange of courses needs from where archives and media lie. */
@NamedInterface("archive")
@NullMarked
package academy.artisan.lms.authoring.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
