package academy.artisan.lms.support;

import java.util.UUID;

/** An identifier of one kind of thing: a record around a UUIDv7, so that ids of two kinds cannot be confused. */
public interface Id {

    UUID value();
}
