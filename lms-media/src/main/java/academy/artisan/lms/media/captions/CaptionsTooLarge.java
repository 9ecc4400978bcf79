package academy.artisan.lms.media.captions;

import academy.artisan.lms.support.Problem;

/** Nobody says so much in one video. */
final class CaptionsTooLarge extends Problem {

    private final int limitBytes;

    CaptionsTooLarge(int limitBytes) {
        super(Kind.TOO_LARGE, "A file of captions has at most %d bytes".formatted(limitBytes));
        this.limitBytes = limitBytes;
    }

    @Override
    public Object[] arguments() {
        return new Object[] {Integer.toString(limitBytes)};
    }
}
