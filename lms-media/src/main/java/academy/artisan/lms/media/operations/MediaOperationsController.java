package academy.artisan.lms.media.operations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.course.VideoId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The processing of videos and the room that media take, for administrators. */
@RestController
@RequestMapping("/api/v1/media")
class MediaOperationsController {

    record Failure(String code, String message) {}

    /** @param rebuild only where what was made before is played meanwhile */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            VideoId videoId,
            String fileName,
            GroupId groupId,
            @Nullable String groupName,
            JobState state,
            @Nullable Boolean rebuild,
            int progressPercent,
            Instant since,
            int attempts,
            @Nullable String node,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastError,
            @Nullable Failure failure) {}

    record JobPage(
            Map<JobState, Integer> counts,
            List<JobView> items,
            @Nullable String next) {}

    /** Which videos: one of the two. */
    record NewRebuild(
            @Nullable LadderChoice ladder,
            @Nullable @Size(min = 1, max = 100) List<@NotNull VideoId> videoIds) {}

    /** Which ladder they were made by. */
    enum LadderChoice {
        OLDER
    }

    record Queued(int queued) {}

    record GroupStorageView(
            GroupId groupId,
            String groupName,
            long videos,
            long sourceBytes,
            long renditionBytes,
            long sharedBytes,
            long files,
            long fileBytes) {

        static GroupStorageView of(TeachingGroup group, GroupStorage use) {
            return new GroupStorageView(
                    group.id(),
                    group.name(),
                    use.videos(),
                    use.sourceBytes(),
                    use.renditionBytes(),
                    use.sharedBytes(),
                    use.files(),
                    use.fileBytes());
        }
    }

    record StorageView(long totalBytes, List<GroupStorageView> groups) {}

    private final ProcessingJobs jobs;
    private final Rebuilds rebuilds;
    private final StorageUse storage;
    private final TeachingGroups groups;
    private final MessageSource messages;

    MediaOperationsController(
            ProcessingJobs jobs, Rebuilds rebuilds, StorageUse storage, TeachingGroups groups, MessageSource messages) {
        this.jobs = jobs;
        this.rebuilds = rebuilds;
        this.storage = storage;
        this.groups = groups;
        this.messages = messages;
    }

    @GetMapping("/jobs")
    JobPage jobs(
            Caller caller,
            @RequestParam JobState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            Locale locale) {
        caller.requireAdmin();
        var page = jobs.page(state, after, limit);
        var names = groups.allEver().stream().collect(Collectors.toMap(TeachingGroup::id, TeachingGroup::name));
        var items = page.items().stream()
                .map(job -> view(job, names.get(job.groupId()), locale))
                .toList();
        return new JobPage(jobs.counts(), items, page.next());
    }

    @PostMapping("/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued rebuild(Caller caller, @Valid @RequestBody NewRebuild wanted) {
        caller.requireAdmin();
        if ((wanted.ladder() == null) == (wanted.videoIds() == null)) {
            throw new InvalidFields("ladder", "EitherOr", "either ladder or videoIds is given");
        }
        return new Queued(
                wanted.videoIds() == null ? rebuilds.ofOlderLadders(caller) : rebuilds.of(caller, wanted.videoIds()));
    }

    /** Groups that have nothing are there too. */
    @GetMapping("/storage")
    StorageView storage(Caller caller) {
        caller.requireAdmin();
        var uses = storage.byGroup();
        var views = groups.allEver().stream()
                .map(group -> GroupStorageView.of(group, uses.getOrDefault(group.id(), GroupStorage.none(group.id()))))
                .toList();
        return new StorageView(
                views.stream()
                        .mapToLong(view -> view.sourceBytes() + view.renditionBytes() + view.fileBytes())
                        .sum(),
                views);
    }

    private JobView view(ProcessingJob job, @Nullable String groupName, Locale locale) {
        return new JobView(
                job.videoId(),
                job.fileName(),
                job.groupId(),
                groupName,
                job.state(),
                job.isRebuild() ? true : null,
                job.progressPercent(),
                job.since(),
                job.attempts(),
                job.node(),
                job.nextAttemptAt(),
                job.lastError(),
                job.failure() == null ? null : failure(job.failure(), locale));
    }

    private Failure failure(String code, Locale locale) {
        return new Failure(code, messages.getMessage("video-failure." + code, null, locale));
    }
}
