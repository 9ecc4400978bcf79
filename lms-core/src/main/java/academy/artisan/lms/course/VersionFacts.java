package academy.artisan.lms.course;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.identity.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * All that is on record of a published version besides its content, to be carried to another installation.
 *
 * @param groupName as it was frozen
 * @param field as it was frozen
 * @param seconds of lessons whose length is not in the content itself
 * @param creditedAs of lessons whose progress is kept under another id than their own
 */
public record VersionFacts(
        @Min(1) int version,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
        @NotNull Instant publishedAt,
        @Nullable PersonId publishedBy,
        @NotNull LearnersInProgress learnersInProgress,
        @Nullable @Size(max = 5000) String note,
        @NotBlank @Size(max = 200) String groupName,
        @NotBlank @Size(max = 200) String field,
        @NotNull @Size(max = 2000) Map<@NotNull UUID, @NotNull @Min(0) @Max(1_000_000) Integer> seconds,
        @Nullable @Size(max = 2000) Map<@NotNull UUID, @NotNull UUID> creditedAs,
        @NotNull @Size(max = 100) List<@Valid @NotNull CarriedApproval> approvals) {

    /** Nothing was published before the turn of the millennium. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** An approval as it is carried. */
    public record CarriedApproval(
            @NotBlank @Size(max = 50) String stage,
            @NotNull PersonId by,
            @NotNull Instant at,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest,
            @Nullable Integer revision,
            @Nullable @Size(max = 200) String groupName) {

        static CarriedApproval of(Approval approval) {
            return new CarriedApproval(
                    approval.stage(),
                    approval.by(),
                    approval.at(),
                    approval.digest(),
                    approval.revision(),
                    approval.groupName());
        }
    }

    static VersionFacts of(PublishedVersion version, Frozen frozen) {
        return new VersionFacts(
                version.version(),
                version.digest(),
                version.publishedAt(),
                version.publishedBy(),
                version.learnersInProgress(),
                version.note(),
                frozen.groupName(),
                frozen.field(),
                frozen.seconds(),
                frozen.creditedAs(),
                version.approvals().stream().map(CarriedApproval::of).toList());
    }

    Frozen frozen() {
        return new Frozen(groupName, field, seconds, creditedAs);
    }

    /** Whether it was published at a time that can be. */
    public boolean wasPublishedBefore(Instant now) {
        return publishedAt.isAfter(EARLIEST) && publishedAt.isBefore(now.plus(Duration.ofDays(1)));
    }

    /**
     * Whether they are of this content and nothing else: every lesson has what a published lesson shows and a length,
     * and progress in no lesson can be taken for progress in another.
     */
    public boolean fit(CourseContent content) {
        var lessons = content.lessons().map(lesson -> lesson.id().value()).collect(Collectors.toSet());
        return areWhole(content) && lessons.containsAll(seconds.keySet()) && areCreditedApart(lessons);
    }

    private boolean areCreditedApart(Set<UUID> lessons) {
        if (creditedAs == null) {
            return true;
        }
        var values = new HashSet<>(creditedAs.values());
        return lessons.containsAll(creditedAs.keySet())
                && values.size() == creditedAs.size()
                && creditedAs.entrySet().stream()
                        .allMatch(entry ->
                                entry.getKey().equals(entry.getValue()) || !lessons.contains(entry.getValue()));
    }

    private boolean areWhole(CourseContent content) {
        return content.lessons().allMatch(lesson -> switch (lesson) {
            case LessonContent.OfVideo video -> video.videoId() != null && hasLength(lesson);
            case LessonContent.OfDocument document -> document.documentId() != null && hasLength(lesson);
            case LessonContent.OfArticle article -> article.text() != null;
        });
    }

    private boolean hasLength(LessonContent lesson) {
        return seconds.containsKey(lesson.id().value());
    }
}
