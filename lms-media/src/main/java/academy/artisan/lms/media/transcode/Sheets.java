package academy.artisan.lms.media.transcode;

import java.time.Duration;

import academy.artisan.lms.media.content.Thumbnails;

/** How the pictures for the seek bar are cut: about two hundred of a video, one every 2 to 10 seconds. */
final class Sheets {

    private static final int ABOUT = 200;
    private static final int SHORTEST_STEP = 2;
    private static final int LONGEST_STEP = 10;
    private static final int LONGER_SIDE = 160;
    private static final int COLUMNS = 10;
    private static final int LINES = 10;

    private Sheets() {}

    static Thumbnails of(int width, int height, Duration length) {
        var step = Math.clamp(length.toSeconds() / ABOUT, SHORTEST_STEP, LONGEST_STEP);
        var count = Math.max(1, Math.ceilDiv((int) Math.ceilDiv(length.toMillis(), 1000), step));
        var scale = LONGER_SIDE / (double) Math.max(width, height);
        return new Thumbnails(
                count,
                step,
                Rung.even(width * scale),
                Rung.even(height * scale),
                COLUMNS,
                Math.min(LINES, Math.ceilDiv(count, COLUMNS)));
    }

    /**
     * The part of a filter graph that makes the sheets of what comes in; the last step counts, however short it is. An
     * empty sheet comes first, as number 0: ffmpeg tells nothing of its progress until every output has begun. The
     * sheets are numbered anew, since ffmpeg may give the one after the empty one the same time.
     */
    static String filter(Thumbnails thumbnails) {
        return "fps=fps=1/%d:start_time=0:round=down:eof_action=pass,scale=%d:%d,setsar=1,format=yuvj420p,tile=%dx%d[tiled]"
                        .formatted(
                                thumbnails.everySeconds(),
                                thumbnails.width(),
                                thumbnails.height(),
                                thumbnails.columns(),
                                thumbnails.lines())
                + ";color=s=%dx%d:r=1:d=1,format=yuvj420p,setsar=1[empty];[empty][tiled]concat,settb=1,setpts=N"
                        .formatted(thumbnails.width() * thumbnails.columns(), thumbnails.height() * thumbnails.lines());
    }
}
