package academy.artisan.lms.search.passage;

/** How much is said by a text. */
final class Weight {

    /** A Chinese character says about as much as four letters. */
    static final int OF_A_CHARACTER = 4;

    private Weight() {}

    static int of(String text) {
        return text.codePoints().map(Weight::of).sum();
    }

    static int of(int codePoint) {
        return Character.isIdeographic(codePoint) ? OF_A_CHARACTER : 1;
    }
}
