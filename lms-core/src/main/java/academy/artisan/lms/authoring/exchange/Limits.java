package academy.artisan.lms.authoring.exchange;

/** How large an archive and what is in it may be; a course that can be written here keeps within them at ease. */
final class Limits {

    static final long ARCHIVE_BYTES = 20L << 30;
    static final int ENTRIES = 20_000;
    static final int VERSIONS = 5_000;
    /** Of all parts and media that a course has or ever had. */
    static final int IDS = 100_000;

    static final int DIRECTORY_BYTES = 8 << 20;
    static final int MANIFEST_BYTES = 8 << 20;
    static final int TEXT_BYTES = 4 << 20;
    /** Up to here it does not matter how well something packs. */
    static final long HARMLESS_BYTES = 64L << 20;

    static final int MOST_TIMES_LARGER = 100;
    static final int PROBLEMS_TOLD = 20;

    private Limits() {}
}
