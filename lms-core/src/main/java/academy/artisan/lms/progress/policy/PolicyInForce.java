package academy.artisan.lms.progress.policy;

/**
 * What comes of what a course or a unit asks for.
 *
 * @param mayChange whether the caller may say what it asks for
 * @param inForce the strictest of that and of what others ask for who are asked anyway
 * @param otherwise what would hold if it asked for nothing
 */
record PolicyInForce(boolean mayChange, EffectivePolicy inForce, EffectivePolicy otherwise) {}
