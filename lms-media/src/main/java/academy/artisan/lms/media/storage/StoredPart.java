package academy.artisan.lms.media.storage;

/** A part of an upload as the store holds it; the etag is without quotes. */
public record StoredPart(int number, String etag, long sizeBytes) {}
