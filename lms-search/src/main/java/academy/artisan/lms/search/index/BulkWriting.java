package academy.artisan.lms.search.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.search.elasticsearch.ElasticsearchCalls;
import academy.artisan.lms.search.elasticsearch.SearchUnavailable;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes many entries into one index, and tells what it will never take from what it cannot take now. */
final class BulkWriting {

    private static final Logger log = LoggerFactory.getLogger(BulkWriting.class);

    /** In bytes: a small node refuses what is more than a part of its memory. */
    private static final int LARGEST_PORTION = 4 << 20;

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private final ElasticsearchCalls elasticsearch;
    private final String index;
    private final String writeAlias;
    private final Set<CourseId> refused = new HashSet<>();

    BulkWriting(ElasticsearchCalls elasticsearch, String index, String writeAlias) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.writeAlias = writeAlias;
    }

    /**
     * Writes what is newer than what is there. A course that is refused as it stands is not found as it stood, either:
     * it may have been open to more people.
     *
     * @return those that are refused
     * @throws SearchUnavailable if the index cannot be written to now
     */
    Set<CourseId> put(Collection<Entry> entries) {
        write(entries);
        write(entries.stream()
                .filter(entry -> !entry.isGone() && refused.contains(entry.courseId()))
                .map(entry -> Entry.gone(entry.courseId(), entry.version()))
                .toList());
        return refused;
    }

    private void write(Collection<Entry> entries) {
        var portion = new ArrayList<BulkOperation>();
        var size = 0;
        for (var entry : entries) {
            var stored = entry.stored().getBytes(StandardCharsets.UTF_8);
            if (size + stored.length > LARGEST_PORTION) {
                write(portion);
                portion.clear();
                size = 0;
            }
            portion.add(putting(entry, stored));
            size += stored.length;
        }
        write(portion);
    }

    private void write(List<BulkOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        elasticsearch
                .askPatiently(client -> client.bulk(BulkRequest.of(bulk -> bulk.operations(operations))))
                .items()
                .forEach(this::look);
    }

    private void look(BulkResponseItem item) {
        var error = item.error();
        if (error == null || item.status() == CONFLICT) {
            return;
        }
        if (isAway(item.status())) {
            throw new SearchUnavailable(new IOException("%s: %s".formatted(item.id(), error)));
        }
        if (refused.add(CourseId.of(String.valueOf(item.id())))) {
            log.error("Course {} is not in {}, which refuses it: {}", item.id(), index, reason(error));
        }
    }

    /** Who forbids to write means no document in particular. */
    private static boolean isAway(int status) {
        return ElasticsearchCalls.isTransient(status) || status == FORBIDDEN;
    }

    /** Long enough to say what is wrong; the rest repeats what is written in the course. */
    private static String reason(ErrorCause error) {
        var cause = error.causedBy();
        return "%s, %.200s; %.200s".formatted(error.type(), error.reason(), cause == null ? "" : cause.reason());
    }

    private BulkOperation putting(Entry entry, byte[] stored) {
        var document = BinaryData.of(stored, ContentType.APPLICATION_JSON);
        return BulkOperation.of(operation -> operation.index(put -> put.index(writeAlias)
                .requireAlias(true)
                .id(entry.courseId().toString())
                .version(entry.version())
                .versionType(VersionType.ExternalGte)
                .document(document)));
    }
}
