package academy.artisan.lms.progress.settling;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Speaks to one Redis server, many commands at once; for one thread. */
final class PlainConnection implements AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 60_000;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] read = new byte[BUFFER];
    private int next;
    private int end;

    PlainConnection(RedisStandaloneConfiguration server) throws IOException {
        socket = new Socket(server.getHostName(), server.getPort());
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        if (server.getPassword().isPresent()) {
            send(List.of(
                    encode(List.of("AUTH", String.valueOf(server.getPassword().get())))));
            read();
        }
        send(List.of(encode(List.of("SELECT", server.getDatabase()))));
        read();
    }

    /** A part is a byte array, or anything whose text is meant. */
    static byte[] encode(List<?> command) {
        var encoded = new ByteArrayOutputStream(512);
        line(encoded, '*', command.size());
        for (var part : command) {
            var bytes = part instanceof byte[] raw ? raw : part.toString().getBytes(UTF_8);
            line(encoded, '$', bytes.length);
            encoded.writeBytes(bytes);
            encoded.write('\r');
            encoded.write('\n');
        }
        return encoded.toByteArray();
    }

    private static void line(ByteArrayOutputStream encoded, char kind, int number) {
        encoded.writeBytes((kind + Integer.toString(number) + "\r\n").getBytes(UTF_8));
    }

    void send(List<byte[]> commands) throws IOException {
        var all = new ByteArrayOutputStream(BUFFER);
        commands.forEach(all::writeBytes);
        all.writeTo(out);
    }

    /** The next answer: a number, bytes, a list of answers, or an {@link IllegalStateException} with what was wrong. */
    Object read() throws IOException {
        var kind = one();
        return switch (kind) {
            case ':' -> number();
            case '$' -> bytes((int) number());
            case '*' -> list((int) number());
            case '+' -> text();
            case '-' -> new IllegalStateException(text());
            default -> throw new IOException("Redis began an answer with " + kind);
        };
    }

    private List<Object> list(int size) throws IOException {
        var answers = new ArrayList<Object>(size);
        for (var i = 0; i < size; i++) {
            answers.add(read());
        }
        return answers;
    }

    private byte[] bytes(int length) throws IOException {
        if (length < 0) {
            throw new IOException("Redis said nothing");
        }
        var bytes = new byte[length];
        for (var done = 0; done < length; ) {
            fill();
            var some = Math.min(length - done, end - next);
            System.arraycopy(read, next, bytes, done, some);
            next += some;
            done += some;
        }
        endLine();
        return bytes;
    }

    private long number() throws IOException {
        var number = 0L;
        var isNegative = false;
        for (var digit = one(); digit != '\r'; digit = one()) {
            if (digit == '-') {
                isNegative = true;
            } else {
                number = number * 10 + digit - '0';
            }
        }
        one();
        return isNegative ? -number : number;
    }

    private String text() throws IOException {
        var text = new StringBuilder();
        for (var letter = one(); letter != '\r'; letter = one()) {
            text.append((char) letter);
        }
        one();
        return text.toString();
    }

    private void endLine() throws IOException {
        one();
        one();
    }

    private int one() throws IOException {
        fill();
        return read[next++];
    }

    private void fill() throws IOException {
        if (next == end) {
            end = in.read(read);
            next = 0;
            if (end <= 0) {
                end = 0;
                throw new EOFException("Redis hung up");
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
