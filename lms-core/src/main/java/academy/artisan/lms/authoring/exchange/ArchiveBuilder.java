package academy.artisan.lms.authoring.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.authoring.archive.PortableMedia.Item;
import academy.artisan.lms.authoring.draft.CourseDraft;
import academy.artisan.lms.course.CarriedVersions;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.support.CanonicalJson;
import org.springframework.stereotype.Component;

/** Makes the archive of a course. */
@Component
class ArchiveBuilder {

    private final TeachingGroups groups;
    private final CarriedVersions versions;
    private final CarriedMedia media;
    private final CarriedCaptions captions;
    private final Clock clock;

    ArchiveBuilder(
            TeachingGroups groups,
            CarriedVersions versions,
            CarriedMedia media,
            CarriedCaptions captions,
            Clock clock) {
        this.groups = groups;
        this.versions = versions;
        this.media = media;
        this.captions = captions;
        this.clock = clock;
    }

    /** All that the draft and the versions show. */
    List<Item> mediaOf(CourseDraft draft) {
        var ids = ContentIds.of(draft.content());
        versions.each(draft.courseId(), (facts, content) -> ids.add(CourseContent.of(content)));
        return media.find(ids);
    }

    /** How much these take, and what comes with them. */
    long sizeBytes(List<Item> items) {
        return items.stream().mapToLong(Item::sizeBytes).sum() + captions.sizeBytes(items);
    }

    /** Draft and versions. */
    void build(CourseDraft draft, Path file) {
        write(draft, file, false, List.of(), writer -> List.of());
    }

    /**
     * Draft, versions and media, with the captions of videos.
     *
     * @param before is told each of the media before it is added
     */
    void build(CourseDraft draft, List<Item> items, WorkFolder work, Consumer<Item> before) {
        write(draft, work.archive(), true, items, writer -> {
            for (var item : items) {
                before.accept(item);
                media.fetch(item, work.media());
                writer.file(Paths.media(Manifest.Media.of(item)), work.media());
                delete(work.media());
            }
            return captions.write(items, writer, work.media());
        });
    }

    private void write(
            CourseDraft draft,
            Path file,
            boolean hasMedia,
            List<Item> items,
            Function<ArchiveWriter, List<Manifest.Captions>> content) {
        try (var writer = new ArchiveWriter(new BufferedOutputStream(Files.newOutputStream(file)))) {
            var listed = new ArrayList<Manifest.Version>();
            writer.text(Paths.DRAFT, draft.content().canonical());
            versions.each(draft.courseId(), (facts, canonical) -> {
                writer.text(Paths.version(facts.version()), canonical);
                writer.text(Paths.facts(facts.version()), CanonicalJson.write(facts));
                listed.add(new Manifest.Version(facts.version(), facts.digest(), facts.publishedAt()));
            });
            var written = content.apply(writer);
            writer.manifest(new Manifest(
                    Manifest.FORMAT,
                    Manifest.FORMAT_VERSION,
                    clock.instant(),
                    from(draft),
                    draft.courseId(),
                    draft.content().title(),
                    draft.content().digest(),
                    listed,
                    hasMedia,
                    items.stream().map(Manifest.Media::of).toList(),
                    written,
                    writer.entries()));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private Manifest.From from(CourseDraft draft) {
        var group = groups.get(draft.groupId());
        return new Manifest.From(group.id(), group.name(), group.field());
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
