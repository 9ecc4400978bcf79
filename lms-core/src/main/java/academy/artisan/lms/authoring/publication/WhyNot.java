package academy.artisan.lms.authoring.publication;

/** Why what waited for its time is not published. */
enum WhyNot {
    NOT_APPROVED("publication-not-approved"),
    /** Something else is approved by now than what was to be published. */
    CHANGED("publication-changed"),
    /** Who arranged it does not write for the group any more. */
    NOT_ALLOWED("publication-not-allowed"),
    GROUP_RETIRED("publication-group-retired"),
    WITHDRAWN("publication-withdrawn"),
    FAILED("publication-failed");

    private final String notice;

    WhyNot(String notice) {
        this.notice = notice;
    }

    /** The kind of notice by which it is told. */
    String notice() {
        return notice;
    }
}
