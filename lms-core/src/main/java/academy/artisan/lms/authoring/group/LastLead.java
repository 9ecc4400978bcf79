package academy.artisan.lms.authoring.group;

import academy.artisan.lms.support.Problem;

/** A group keeps a lead, unless an administrator wants otherwise. */
class LastLead extends Problem {

    LastLead() {
        super(Kind.CONFLICT, "This is the last lead of the group");
    }
}
