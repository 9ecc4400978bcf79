package academy.artisan.lms.media.upload;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import academy.artisan.lms.media.storage.ObjectStore;
import academy.artisan.lms.media.storage.StoredPart;
import org.springframework.stereotype.Component;

/** Says of every part of an upload whether it has arrived, and signs addresses for those that have not. */
@Component
class PartStatuses {

    private final ObjectStore store;
    private final UploadProperties properties;

    PartStatuses(ObjectStore store, UploadProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /** A part of another size than planned has not arrived: it is to be put once more. */
    List<PartStatus> of(Upload upload, List<StoredPart> stored) {
        var signed = store.signedParts(upload.key(), upload.uploadId(), properties.urlsValidFor());
        var held = stored.stream().collect(Collectors.toMap(StoredPart::number, Function.identity()));
        return IntStream.rangeClosed(1, upload.plan().count())
                .mapToObj(number -> status(number, upload.plan(), held, signed))
                .toList();
    }

    private static PartStatus status(
            int number, PartPlan plan, Map<Integer, StoredPart> held, IntFunction<String> signed) {
        var size = plan.size(number);
        var part = held.get(number);
        return part != null && part.sizeBytes() == size
                ? new PartStatus(number, size, true, part.etag(), null)
                : new PartStatus(number, size, false, null, signed.apply(number));
    }

    /** Of parts that are one object already. */
    static List<PartStatus> whole(PartPlan plan) {
        return IntStream.rangeClosed(1, plan.count())
                .mapToObj(number -> new PartStatus(number, plan.size(number), true, null, null))
                .toList();
    }
}
