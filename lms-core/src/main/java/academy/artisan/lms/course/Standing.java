package academy.artisan.lms.course;

/** What the approvals of a published version are worth. */
enum Standing {
    /** They were given and recorded on this installation. */
    APPROVED_HERE,
    /** It was published by another installation; its approvals are what the archive said. */
    CLAIMED_BY_ARCHIVE,
    /** It was published before approvals were recorded. */
    NO_EVIDENCE
}
