package academy.artisan.lms.authoring.exchange;

/** What an archive is called where it is saved. */
final class ArchiveNames {

    private static final int LONGEST = 80;

    private ArchiveNames() {}

    /** The title of the course, without what file systems do not take. */
    static String of(String title) {
        var name = title.codePoints()
                .map(point -> isFit(point) ? point : '_')
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return name.toString().strip() + ".zip";
    }

    private static boolean isFit(int point) {
        return "/\\:*?\"<>|".indexOf(point) < 0
                && !Character.isISOControl(point)
                && Character.getType(point) != Character.FORMAT;
    }
}
