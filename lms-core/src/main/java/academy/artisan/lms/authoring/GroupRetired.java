package academy.artisan.lms.authoring;

import academy.artisan.lms.support.Problem;

/** The group takes no new work any more. */
class GroupRetired extends Problem {

    private final String name;

    GroupRetired(String name) {
        super(Kind.CONFLICT, "The group %s is retired".formatted(name));
        this.name = name;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {name};
    }
}
