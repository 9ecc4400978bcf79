package academy.artisan.lms.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a server on this machine whether it speaks HTTP yet. */
class Http {

    private static final int PATIENCE_MILLIS = 2_000;

    private Http() {}

    static boolean answers(int port, int expectedStatus) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:%d/".formatted(port)).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == expectedStatus;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
