package academy.artisan.lms.progress.heartbeat;

import java.io.IOException;

import academy.artisan.lms.progress.heartbeat.HeartbeatController.Farewell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads as JSON what a page sends when it is left: {@code navigator.sendBeacon} says of a text that it is plain. It is
 * no Jackson converter itself, or it would take the place of the usual one.
 */
@Component
class FarewellConverter extends AbstractHttpMessageConverter<Farewell> {

    private final JsonMapper json;

    FarewellConverter(JsonMapper json) {
        super(MediaType.TEXT_PLAIN);
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Farewell.class;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Farewell readInternal(Class<? extends Farewell> type, HttpInputMessage message) throws IOException {
        try {
            return json.readValue(message.getBody(), type);
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("No JSON", unreadable, message);
        }
    }

    @Override
    protected void writeInternal(Farewell farewell, HttpOutputMessage message) {
        throw new UnsupportedOperationException("It is only read");
    }
}
