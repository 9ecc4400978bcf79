package academy.artisan.lms.permissions;

import java.util.Arrays;

/** The kinds of callers, as the columns of the table are called and in their order. */
enum Who {
    NOBODY("nobody"),
    LEARNER("learner"),
    OTHER_LEARNER("other learner"),
    AUTHOR("author"),
    REVIEWER("reviewer"),
    LEAD("lead"),
    OTHER_AUTHOR("other author"),
    OTHER_LEAD("other lead"),
    HR("HR"),
    OTHER_HR("other HR"),
    ADMIN("admin"),
    PLAYER("player");

    private final String column;

    Who(String column) {
        this.column = column;
    }

    /** The first line of each table. */
    static String header() {
        return Cells.line("operation", "", Arrays.stream(values()).map(who -> who.column));
    }

    @Override
    public String toString() {
        return column;
    }
}
