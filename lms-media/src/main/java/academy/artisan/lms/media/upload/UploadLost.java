package academy.artisan.lms.media.upload;

import academy.artisan.lms.support.Problem;

/** The store holds neither the parts of an upload nor the object that was made of them: it has to be repeated. */
final class UploadLost extends Problem {

    UploadLost(String key) {
        super(Kind.CONFLICT, "The store no longer holds what was uploaded to %s".formatted(key));
    }
}
