package academy.artisan.lms.authoring.archive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableMedia.Refused;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.PersonId;

/** Captions that are carried with their videos; the media module checks and keeps them. */
public interface PortableCaptions {

    /** The captions of a video in one language. */
    record Item(UUID videoId, String language, String label) {}

    /** Those of these videos, in order of video and language. */
    List<Item> find(Collection<UUID> videoIds);

    /** How many bytes of WebVTT there are for these videos. */
    long sizeBytes(Collection<UUID> videoIds);

    /** WebVTT; nothing if they were removed meanwhile. */
    Optional<String> text(Item item);

    /** The reason why these, of unknown origin, cannot be used. */
    Optional<Refused> refusal(Item item, String text);

    /**
     * Adds what was not refused, within the transaction of the caller: only to a video of this group, and never in
     * place of what it has in this language.
     *
     * @return the reason why the video cannot have them
     */
    Optional<Refused> add(Item item, String text, GroupId groupId, PersonId by);
}
