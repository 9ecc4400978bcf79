package academy.artisan.lms.portal;

import java.util.Iterator;

import academy.artisan.lms.support.Id;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes every identifier as what goes over the wire: the text of a UUID, wherever it stands. */
@Component
class IdsAsText implements ModelConverter {

    @Override
    @SuppressWarnings("rawtypes") // as the overridden method
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var known = Json.mapper().constructType(type.getType());
        if (known != null && Id.class.isAssignableFrom(known.getRawClass())) {
            return new UUIDSchema();
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
