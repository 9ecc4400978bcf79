package academy.artisan.lms.authoring.group;

import academy.artisan.lms.support.Problem;

/** Another group has this name. */
class GroupNameTaken extends Problem {

    private final String name;

    GroupNameTaken(String name) {
        super(Kind.CONFLICT, "There is a group %s already".formatted(name));
        this.name = name;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {name};
    }
}
