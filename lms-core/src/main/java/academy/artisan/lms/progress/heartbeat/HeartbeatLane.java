package academy.artisan.lms.progress.heartbeat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;

import academy.artisan.lms.progress.PlaybackId;
import academy.artisan.lms.progress.PlaybackTokens;
import academy.artisan.lms.progress.inflight.Heartbeat;
import academy.artisan.lms.progress.inflight.HeartbeatReport;
import academy.artisan.lms.progress.token.Bearer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The short way of the usual heartbeat, ahead of all that other requests need: its token says all. What is not usual,
 * and whatever is refused, goes the long way to {@link HeartbeatController}, which says what is wrong; a heartbeat that
 * comes twice is credited once.
 */
class HeartbeatLane implements Filter {

    private static final Pattern PATH = Pattern.compile("/api/v1/playbacks/([0-9a-f-]{36})/heartbeats");
    /** An attribute of a request that was refused here already: why. */
    static final String REFUSED = "academy.artisan.lms.progress.refused";

    private static final int LARGEST_BODY = 16 * 1024;

    private final Playbacks playbacks;
    private final PlaybackTokens tokens;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    HeartbeatLane(Playbacks playbacks, PlaybackTokens tokens, JsonMapper json) {
        this.playbacks = playbacks;
        this.tokens = tokens;
        this.reader = json.readerFor(HeartbeatReport.class);
        this.writer = json.writerFor(HeartbeatController.Acknowledged.class);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var length = http.getContentLength();
        if (length <= 0 || length > LARGEST_BODY || !http.getMethod().equals("POST") || !isJson(http)) {
            chain.doFilter(request, response);
            return;
        }
        var path = PATH.matcher(http.getRequestURI());
        if (!path.matches()) {
            chain.doFilter(request, response);
            return;
        }
        var body = http.getInputStream().readNBytes(length);
        var answer = body.length == length ? answer(http, path.group(1), body) : null;
        if (answer == null) {
            chain.doFilter(new Again(http, body), response);
        } else {
            write(answer, (HttpServletResponse) response);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return type != null
                && type.startsWith("application/json")
                && (accepted == null || accepted.contains("*/*") || accepted.contains("application/json"));
    }

    private byte @Nullable [] answer(HttpServletRequest request, String playback, byte[] body) {
        try {
            var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
            var token = tokens.verify(Bearer.token(authorization), PlaybackId.of(playback));
            @Nullable HeartbeatReport report = reader.readValue(body);
            if (report == null || !report.isWhole()) {
                return null;
            }
            var heartbeat = Heartbeat.of(report, token.durationSeconds(), "");
            return writer.writeValueAsBytes(HeartbeatController.acknowledged(token, playbacks.beat(token, heartbeat)));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return null;
        } catch (RuntimeException refused) {
            request.setAttribute(REFUSED, refused);
            return null;
        }
    }

    private static void write(byte[] answer, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(answer);
    }

    /** A request whose body was read already. */
    private static final class Again extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Again(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int count) {
                    return body.read(buffer, offset, count);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("All of it is there");
                }
            };
        }
    }
}
