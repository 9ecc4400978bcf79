/** Videos, documents and pictures: upload to object storage, checks, transcoding to HLS, captions, playback. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "authoring",
            "authoring::archive",
            "course",
            "enrolment",
            "identity",
            "jobs",
            "notification",
            "progress",
            "support"
        })
@NullMarked
package academy.artisan.lms.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
