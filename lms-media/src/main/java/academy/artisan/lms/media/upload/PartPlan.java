package academy.artisan.lms.media.upload;

/** How a file is cut for an upload: equal parts and a last one, within what S3 allows. */
record PartPlan(long sizeBytes, long partSizeBytes) {

    static final long SMALLEST_PART = 5L << 20;
    static final int MOST_PARTS = 10_000;
    private static final long MEBIBYTE = 1L << 20;

    static PartPlan of(long sizeBytes, long wantedPartSize) {
        var needed = Math.ceilDiv(Math.ceilDiv(sizeBytes, MOST_PARTS), MEBIBYTE) * MEBIBYTE;
        return new PartPlan(sizeBytes, Math.max(SMALLEST_PART, Math.max(wantedPartSize, needed)));
    }

    int count() {
        return Math.toIntExact(Math.ceilDiv(sizeBytes, partSizeBytes));
    }

    /** The size of a part; they are numbered from 1. */
    long size(int number) {
        return number < count() ? partSizeBytes : sizeBytes - partSizeBytes * (count() - 1);
    }
}
