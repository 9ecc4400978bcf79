package academy.artisan.lms.support;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Text from outside may hold neither NUL, which PostgreSQL cannot store, nor half a character. */
@JacksonComponent
class PlainText extends ValueDeserializer<String> {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isScalarValue()) {
            return context.reportInputMismatch(String.class, "expected a text");
        }
        var text = parser.getValueAsString();
        if (text != null && !isPlain(text)) {
            return context.reportInputMismatch(String.class, "a text holds no NUL and no half characters");
        }
        return text;
    }

    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
