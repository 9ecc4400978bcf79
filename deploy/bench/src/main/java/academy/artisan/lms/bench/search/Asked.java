package academy.artisan.lms.bench.search;

import java.nio.charset.StandardCharsets;
import java.util.List;

import academy.artisan.lms.bench.Client;
import academy.artisan.lms.bench.measure.Requests;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Requests in turn, over and over; counts the answers that came from PostgreSQL because there was no index. */
final class Asked implements Requests {

    private static final ByteBuf REDUCED = Unpooled.copiedBuffer("\"reduced\":true", StandardCharsets.UTF_8);

    private final List<String> requests;
    private int next;
    private int reduced;

    /** @param requests as they go over the wire */
    Asked(List<String> requests) {
        this.requests = requests;
    }

    /** What a client would ask. */
    static String request(Client client, String path) {
        return """
                GET %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Accept: application/json\r
                Authorization: Bearer %s\r
                \r
                """.formatted(path, client.token());
    }

    @Override
    public String next() {
        var request = requests.get(next);
        next = (next + 1) % requests.size();
        return request;
    }

    @Override
    public void answered(int status, ByteBuf body) {
        if (ByteBufUtil.indexOf(REDUCED, body) >= 0) {
            reduced++;
        }
    }

    /** How many so far. */
    int reduced() {
        return reduced;
    }
}
