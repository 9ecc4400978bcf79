package academy.artisan.lms.completion;

import java.time.Instant;

import academy.artisan.lms.enrolment.EnrolmentId;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.CanonicalJson;

/**
 * A line of a learner's hours ledger. Each holds the hash of the one before, so that none can be changed, taken out or
 * put in between unnoticed.
 *
 * @param number counts up from 1 for each learner
 * @param seconds granted, or taken back when negative
 * @param previousHash of entry {@code number - 1}; 64 zeros for the first
 * @param hash SHA-256 (hex) of the canonical JSON of all else
 */
record LedgerEntry(
        PersonId learner,
        int number,
        EnrolmentId enrolmentId,
        int seconds,
        String reason,
        Instant enteredAt,
        String previousHash,
        String hash) {

    static final String NO_HASH = "0".repeat(64);

    private record Hashed(
            PersonId learner,
            int number,
            EnrolmentId enrolmentId,
            int seconds,
            String reason,
            String enteredAt,
            String previousHash) {}

    static LedgerEntry next(
            PersonId learner,
            int number,
            EnrolmentId enrolmentId,
            int seconds,
            String reason,
            Instant enteredAt,
            String previousHash) {
        var hashed = new Hashed(learner, number, enrolmentId, seconds, reason, enteredAt.toString(), previousHash);
        return new LedgerEntry(
                learner,
                number,
                enrolmentId,
                seconds,
                reason,
                enteredAt,
                previousHash,
                CanonicalJson.sha256(CanonicalJson.write(hashed)));
    }

    /** Whether the entry is as it was written and follows the one with this hash. */
    boolean follows(String hashBefore) {
        return previousHash.equals(hashBefore)
                && hash.equals(next(learner, number, enrolmentId, seconds, reason, enteredAt, previousHash)
                        .hash());
    }
}
