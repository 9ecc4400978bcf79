package academy.artisan.lms.progress;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads as JSON what a page sends when it is left: {@code navigator.sendBeacon} says of a text that it is plain. */
@Component
class FarewellConverter extends JacksonJsonHttpMessageConverter {

    FarewellConverter(JsonMapper json) {
        super(json);
        setSupportedMediaTypes(List.of(MediaType.TEXT_PLAIN));
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return type.resolve() == HeartbeatController.Farewell.class && super.canRead(type, mediaType);
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueType, @Nullable MediaType mediaType) {
        return false;
    }
}
