package academy.artisan.lms.authoring.draft;

import java.util.Set;
import java.util.UUID;

import academy.artisan.lms.course.FileId;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * Which media a course may show: those of its group, and those that it borrowed.
 *
 * @param facts of the media that are asked about
 */
record MediaRights(GroupId groupId, Set<UUID> borrowed, Media.Facts facts) {

    boolean mayShow(@Nullable VideoId id) {
        var known = facts.video(id);
        return id == null
                || borrowed.contains(id.value())
                || (known != null && known.groupId().equals(groupId));
    }

    boolean mayShowDocument(@Nullable FileId id) {
        return mayShow(id, false);
    }

    boolean mayShowPicture(@Nullable FileId id) {
        return mayShow(id, true);
    }

    private boolean mayShow(@Nullable FileId id, boolean asPicture) {
        if (id == null) {
            return true;
        }
        var known = facts.file(id);
        if (known == null) {
            return borrowed.contains(id.value());
        }
        return known.type().isPicture() == asPicture
                && (borrowed.contains(id.value()) || known.groupId().equals(groupId));
    }
}
