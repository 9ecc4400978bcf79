package academy.artisan.lms.media.transcode;

/** One rendition to make: {@code lines} is the shorter side, which gives it its name. */
record Rung(int lines, int width, int height) {

    private static final double PIXELS_OF_720P = 1280.0 * 720;
    private static final int KILOBITS_OF_720P = 2500;

    String name() {
        return lines + "p";
    }

    /** The most that the video may take; smaller pictures need more bits per pixel. */
    int maxKilobits() {
        return (int) Math.round(KILOBITS_OF_720P * Math.pow(width * (double) height / PIXELS_OF_720P, 0.75));
    }

    /** H.264 with 4:2:0 colour has even sizes only. */
    static int even(double pixels) {
        return Math.max(2, (int) Math.round(pixels / 2) * 2);
    }
}
