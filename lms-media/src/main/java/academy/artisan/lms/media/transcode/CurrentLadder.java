package academy.artisan.lms.media.transcode;

import org.springframework.stereotype.Component;

/** The ladder by which renditions are made from now on. */
@Component
public class CurrentLadder {

    /** Its name, which is kept with everything that is made by it. */
    public String currentLadder() {
        return "1080,720,540,360";
    }
}
