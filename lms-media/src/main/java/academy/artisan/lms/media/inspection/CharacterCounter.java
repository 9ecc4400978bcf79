package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.io.Writer;

/** Counts what is read of a text, white space apart, and stops whoever writes it when there is enough. */
final class CharacterCounter extends Writer {

    private int count;

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (var i = from; i < from + length; i++) {
            if (!Character.isWhitespace(text[i])) {
                count++;
            }
        }
        if (count >= Reading.MOST_CHARACTERS) {
            throw new IOException("Enough");
        }
    }

    int count() {
        return Math.min(count, Reading.MOST_CHARACTERS);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
