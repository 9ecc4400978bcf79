package academy.artisan.lms.media.inspection;

/** The look at a file ends here: it must not be used. */
final class UnfitFile extends Exception {

    private final Refusal refusal;

    UnfitFile(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
