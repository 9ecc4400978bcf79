package academy.artisan.lms.course.sharing;

import java.util.List;

import academy.artisan.lms.organization.UnitId;

/**
 * Who may open a course besides its own group and administrators.
 *
 * @param unitIds in order of id, each once; whoever belongs there or below may open it. None where everyone may
 */
record SharedWith(boolean everyone, List<UnitId> unitIds) {

    static final SharedWith EVERYONE = new SharedWith(true, List.of());
}
