package academy.artisan.lms.authoring.exchange;

import academy.artisan.lms.support.Problem;

/** The course and its media do not fit into one archive; without media it does. */
class ArchiveTooLarge extends Problem {

    private final long bytes;

    ArchiveTooLarge(long bytes) {
        super(Kind.RULE_BROKEN, "The media have %d bytes".formatted(bytes));
        this.bytes = bytes;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {Long.toString(bytes), Long.toString(Limits.ARCHIVE_BYTES)};
    }
}
