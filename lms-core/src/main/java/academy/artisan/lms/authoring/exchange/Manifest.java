package academy.artisan.lms.authoring.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import academy.artisan.lms.authoring.archive.PortableCaptions;
import academy.artisan.lms.authoring.archive.PortableMedia;
import academy.artisan.lms.authoring.archive.PortableMedia.Item;
import academy.artisan.lms.authoring.archive.PortableMedia.Kind;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.course.GroupId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself.
 *
 * @param draftDigest SHA-256 (hex) of the draft's content
 * @param versions in order; 1, 2, 3 …
 * @param entries all entries but the manifest itself, in their order
 */
record Manifest(
        @NotNull String format,
        int formatVersion,
        @NotNull Instant exportedAt,
        @NotNull @Valid From from,
        @NotNull CourseId courseId,
        @NotNull @Size(max = 200) String title,
        @NotNull @Pattern(regexp = SHA256) String draftDigest,
        @NotNull @Size(max = Limits.VERSIONS) List<@Valid @NotNull Version> versions,
        boolean hasMedia,
        @NotNull @Size(max = Limits.ENTRIES) List<@Valid @NotNull Media> media,
        @NotNull @Size(max = Limits.ENTRIES) List<@Valid @NotNull Captions> captions,
        @NotNull @Size(max = Limits.ENTRIES) List<@Valid @NotNull Entry> entries) {

    static final String FORMAT = "artisan-academy-course";
    /** 1 knows no captions. */
    static final int FORMAT_VERSION = 2;

    static final String SHA256 = "[0-9a-f]{64}";

    Manifest {
        if (formatVersion == 1) {
            captions = List.of();
        }
    }

    /** Which format it is; whatever else there may be in later ones. */
    record Head(@Nullable String format, int formatVersion) {

        boolean isKnownVersion() {
            return formatVersion >= 1 && formatVersion <= FORMAT_VERSION;
        }
    }

    /** Whose course it was. */
    record From(
            @NotNull GroupId groupId,
            @NotNull @Size(max = 200) String groupName,
            @NotNull @Size(max = 200) String field) {}

    record Version(
            @Min(1) int version,
            @NotNull @Pattern(regexp = SHA256) String digest,
            @NotNull Instant publishedAt) {}

    /**
     * A file or a video.
     *
     * @param type of a file
     */
    record Media(
            @NotNull Kind kind,
            @NotNull UUID id,
            @NotBlank @Size(max = 255) String name,
            @Nullable FileType type) {

        static Media of(Item item) {
            return new Media(item.kind(), item.id(), item.name(), item.type());
        }

        boolean isWhole() {
            return (kind == PortableMedia.Kind.FILE) == (type != null);
        }

        Item item(long sizeBytes) {
            return new Item(kind, id, name, type, sizeBytes);
        }
    }

    /** The captions of a video in one language, which is a part of a path. */
    record Captions(
            @NotNull UUID videoId,

            @NotNull @Size(max = 35) @Pattern(regexp = "[0-9A-Za-z-]+") String language,

            @NotBlank @Size(max = 60) String label) {

        static Captions of(PortableCaptions.Item item) {
            return new Captions(item.videoId(), item.language(), item.label());
        }

        PortableCaptions.Item item() {
            return new PortableCaptions.Item(videoId, language, label);
        }
    }

    record Entry(
            @NotBlank @Size(max = 200) String path,
            @Min(0) @Max(Limits.ARCHIVE_BYTES) long sizeBytes,
            @NotNull @Pattern(regexp = SHA256) String sha256) {}
}
