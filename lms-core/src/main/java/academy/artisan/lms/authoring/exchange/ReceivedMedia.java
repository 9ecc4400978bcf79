package academy.artisan.lms.authoring.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What became of the media of an archive.
 *
 * @param taking makes those that are new here ones that can be used
 * @param here those of which the archive has the very bytes that are here
 */
record ReceivedMedia(List<Runnable> taking, Set<UUID> received, Set<UUID> here) {

    static ReceivedMedia none() {
        return new ReceivedMedia(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    }

    boolean has(UUID id) {
        return received.contains(id) || here.contains(id);
    }
}
