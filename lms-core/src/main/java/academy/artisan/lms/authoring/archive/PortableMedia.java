package academy.artisan.lms.authoring.archive;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Files or videos that are carried from one installation to another; the media module has one for each kind. What is
 * received is in the store before a row says so, and is not there for anybody until it is taken.
 */
public interface PortableMedia {

    /** What is carried. */
    enum Kind {
        FILE,
        VIDEO
    }

    /**
     * One of them.
     *
     * @param name under which it was uploaded
     * @param type of a file; null for a video
     */
    record Item(Kind kind, UUID id, String name, @Nullable FileType type, long sizeBytes) {}

    /**
     * One that comes in.
     *
     * @param content its bytes
     * @param workFolder for files that come up meanwhile
     * @param groupId who will own it
     */
    record Arrival(Item item, String sha256, Path content, Path workFolder, GroupId groupId, PersonId by) {}

    /** What became of one that came in. */
    sealed interface Outcome {}

    /** The very same is here already and belongs to this group. */
    record Known(GroupId groupId) implements Outcome {}

    /**
     * It cannot be used.
     *
     * @param reason the key of a text for people
     */
    record Refused(String reason) implements Outcome {}

    /**
     * It is in the store.
     *
     * @param taking makes it one that can be used, within the transaction of the caller
     */
    record Received(Runnable taking) implements Outcome {}

    Kind kind();

    /** Those that are here and whole, in order of id. */
    List<Item> find(Collection<UUID> ids);

    /** Copies the bytes as they were uploaded to a new file. */
    void fetch(Item item, Path file);

    Outcome receive(Arrival arrival);

    /** Throws away what was received under this id and never taken; whoever calls keeps others from receiving it. */
    void discard(UUID id);
}
