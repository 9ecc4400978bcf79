package academy.artisan.lms.bench.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import academy.artisan.lms.bench.Client;

/**
 * Has Elasticsearch itself note what it is asked, byte for byte: its tracer writes requests to its log, their bodies
 * compressed and in pieces.
 */
final class Recorder implements AutoCloseable {

    /** What the node has to be started with. */
    static final String OPTION = "-Des.insecure_network_trace_enabled=true";

    private static final Pattern REQUEST =
            Pattern.compile("\\[(?<id>\\d+)]\\[[^]]*]\\[POST]\\[(?<path>[^]]*/_search[^]]*)] received request");
    private static final Pattern PIECE = Pattern.compile(
            "\\[(?<id>\\d+)] request body (?:\\[part \\d+]|\\(gzip compressed and base64[^)]*\\)): (?<text>\\S+)");

    private final Client elasticsearch;
    private final RandomAccessFile log;

    Recorder(Client elasticsearch, Path log) throws IOException {
        this.elasticsearch = elasticsearch;
        this.log = new RandomAccessFile(log.toFile(), "r");
        trace("\"TRACE\"");
    }

    private void trace(String level) {
        elasticsearch.put("/_cluster/settings", """
                {"persistent": {"logger.org.elasticsearch.http.HttpTracer": %1$s,
                                "logger.org.elasticsearch.http.HttpBodyTracer": %1$s}}""".formatted(level));
    }

    /** What it is asked in searches of this index meanwhile; the answer to each is sent after its request is noted. */
    List<Question> during(String index, Runnable asking) throws IOException {
        log.seek(log.length());
        asking.run();
        var written = new byte[Math.toIntExact(log.length() - log.getFilePointer())];
        log.readFully(written);
        var text = new String(written, StandardCharsets.UTF_8);
        var bodies = bodies(text);
        var questions = new ArrayList<Question>();
        var requests = REQUEST.matcher(text);
        while (requests.find()) {
            if (requests.group("path").startsWith("/%s/".formatted(index))) {
                questions.add(new Question(
                        requests.group("path"),
                        unpacked(bodies.getOrDefault(requests.group("id"), new StringBuilder())
                                .toString())));
            }
        }
        return questions;
    }

    private static Map<String, StringBuilder> bodies(String text) {
        var bodies = new HashMap<String, StringBuilder>();
        var pieces = PIECE.matcher(text);
        while (pieces.find()) {
            bodies.computeIfAbsent(pieces.group("id"), any -> new StringBuilder())
                    .append(pieces.group("text"));
        }
        return bodies;
    }

    private static String unpacked(String base64) throws IOException {
        try (var unpacked =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        trace("null");
        log.close();
    }
}
