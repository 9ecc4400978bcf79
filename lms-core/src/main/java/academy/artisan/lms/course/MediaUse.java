package academy.artisan.lms.course;

/** Says whether anything still shows a file or a video, so that it must stay; every feature with content answers. */
public interface MediaUse {

    boolean isUsed(FileId file);

    boolean isUsed(VideoId video);
}
