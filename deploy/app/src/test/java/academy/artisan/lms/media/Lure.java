package academy.artisan.lms.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** An address that nobody has any business with, and that counts who comes all the same. */
final class Lure implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicInteger visits = new AtomicInteger();

    Lure() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::count);
    }

    private void count() {
        while (!server.isClosed()) {
            try (var _ = server.accept()) {
                visits.incrementAndGet();
            } catch (IOException broken) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
    }

    String url(String path) {
        return "http://127.0.0.1:%d/%s".formatted(server.getLocalPort(), path);
    }

    int port() {
        return server.getLocalPort();
    }

    int visits() {
        return visits.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
