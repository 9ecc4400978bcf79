package academy.artisan.lms.media.content;

/**
 * Pictures for the seek bar: one for every so many seconds, side by side and line by line in sheets {@code sheet1.jpg},
 * {@code sheet2.jpg}, … below the run's prefix.
 */
public record Thumbnails(int count, int everySeconds, int width, int height, int columns, int lines) {

    /** How many sheets there are. */
    public int sheets() {
        return Math.ceilDiv(count, columns * lines);
    }

    /** The name of a sheet below the run's prefix; they are numbered from 1. */
    public static String sheet(int number) {
        return "sheet%d.jpg".formatted(number);
    }
}
