package academy.artisan.lms.media.inspection;

import java.time.Duration;

/** How long a document takes to read, as articles do: by its characters, but some seconds for every page. */
public final class Reading {

    /** What is longer takes no longer: no document is worth more than ten hours. */
    public static final int MOST_CHARACTERS = 240_000;

    private static final int CHARACTERS_PER_MINUTE = 400;
    private static final int LEAST_SECONDS_PER_PAGE = 10;
    private static final int MOST_SECONDS = MOST_CHARACTERS / CHARACTERS_PER_MINUTE * 60;

    private Reading() {}

    public static Duration time(Finding.Document document) {
        var text = Math.ceilDiv(document.characters() * 60L, CHARACTERS_PER_MINUTE);
        var pages = Math.max(1L, document.pages()) * LEAST_SECONDS_PER_PAGE;
        return Duration.ofSeconds(Math.min(MOST_SECONDS, Math.max(text, pages)));
    }
}
