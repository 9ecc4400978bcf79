/** Measures the platform from outside: it is started as an operator starts it and spoken to as its users do. */
@NullMarked
package academy.artisan.lms.bench;

import org.jspecify.annotations.NullMarked;
