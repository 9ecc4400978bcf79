package academy.artisan.lms.authoring.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.authoring.archive.PortableMedia;
import academy.artisan.lms.authoring.archive.PortableMedia.Arrival;
import academy.artisan.lms.authoring.archive.PortableMedia.Item;
import academy.artisan.lms.authoring.archive.PortableMedia.Kind;
import academy.artisan.lms.authoring.archive.PortableMedia.Outcome;
import org.springframework.stereotype.Component;

/** Media of both kinds. */
@Component
class CarriedMedia {

    private final Map<Kind, PortableMedia> kinds;

    CarriedMedia(List<PortableMedia> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(PortableMedia::kind, Function.identity()));
    }

    private PortableMedia of(Kind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }

    /** Files first, each kind in order of id. */
    List<Item> find(ContentIds ids) {
        return Stream.concat(of(Kind.FILE).find(ids.files()).stream(), of(Kind.VIDEO).find(ids.videos()).stream())
                .toList();
    }

    void fetch(Item item, Path file) {
        of(item.kind()).fetch(item, file);
    }

    Outcome receive(Arrival arrival) {
        return of(arrival.item().kind()).receive(arrival);
    }

    void discard(UUID id) {
        kinds.values().forEach(kind -> kind.discard(id));
    }
}
