package academy.artisan.lms.search.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody looks.
 *
 * @param audiences each course that is found is open to one of them
 * @param units the audiences of which it may be told how many of the found courses are open to them; null for all units
 */
record Viewpoint(List<String> audiences, @Nullable List<String> units) {}
