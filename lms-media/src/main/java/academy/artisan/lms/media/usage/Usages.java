package academy.artisan.lms.media.usage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.MediaUse;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.media.usage.Usage.ShowingCourse;
import academy.artisan.lms.support.Id;
import org.springframework.stereotype.Component;

/** Asks every feature with content where a file or a video is shown, drafts and published versions alike. */
@Component
public class Usages {

    private final List<MediaUse> uses;
    private final TeachingGroups groups;

    Usages(List<MediaUse> uses, TeachingGroups groups) {
        this.uses = uses;
        this.groups = groups;
    }

    /** What a group has not published yet is named to its members only. To be asked while the row is held alone. */
    public Usage of(Caller caller, Id media) {
        var named = new LinkedHashMap<CourseId, ShowingCourse>();
        var all = new HashSet<CourseId>();
        for (var use : uses) {
            for (var showing : use.of(media)) {
                all.add(showing.courseId());
                if (showing.isOpen() || groups.mayRead(caller, showing.groupId())) {
                    named.putIfAbsent(showing.courseId(), new ShowingCourse(showing.courseId(), showing.title()));
                }
            }
        }
        return new Usage(List.copyOf(named.values()), all.size() - named.size());
    }
}
