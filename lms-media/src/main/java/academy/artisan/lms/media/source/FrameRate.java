package academy.artisan.lms.media.source;

/** Frames per second as a fraction, the way ffmpeg writes it: {@code 30000/1001}. */
public record FrameRate(long frames, long seconds) {

    private static final FrameRate USUAL = new FrameRate(25, 1);
    private static final FrameRate SLOWEST = new FrameRate(5, 1);
    private static final FrameRate SCREENS = new FrameRate(30, 1);
    private static final double FASTEST = 30.5;
    private static final double FASTEST_CAMERA = 240;

    static FrameRate parse(String text) {
        var parts = text.split("/", 2);
        try {
            var rate = new FrameRate(Long.parseLong(parts[0]), parts.length == 2 ? Long.parseLong(parts[1]) : 1);
            return rate.frames > 0 && rate.seconds > 0 ? rate : USUAL;
        } catch (NumberFormatException unknown) {
            return USUAL;
        }
    }

    /** No camera's, but that of a clock: screens are recorded whenever something changes. */
    private boolean isOfAClock() {
        return perSecond() > FASTEST_CAMERA;
    }

    /** The rate to play at: halved until it is at most 30, for twice the frames cost twice the work and show little. */
    public FrameRate forPlayback() {
        var rate = isOfAClock() ? SCREENS : this;
        while (rate.perSecond() > FASTEST) {
            rate = new FrameRate(rate.frames, rate.seconds * 2);
        }
        return rate.perSecond() < SLOWEST.perSecond() ? SLOWEST : rate;
    }

    public double perSecond() {
        return (double) frames / seconds;
    }

    @Override
    public String toString() {
        return frames + "/" + seconds;
    }
}
