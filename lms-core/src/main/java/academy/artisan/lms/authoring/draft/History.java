package academy.artisan.lms.authoring.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.artisan.lms.authoring.outline.Difference;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.support.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was saved before, by whom, and what is different. */
@Service
class History {

    private final Drafting drafting;
    private final Revisions revisions;
    private final Catalog catalog;
    private final People people;

    History(Drafting drafting, Revisions revisions, Catalog catalog, People people) {
        this.drafting = drafting;
        this.revisions = revisions;
        this.catalog = catalog;
        this.people = people;
    }

    /** Newest first. */
    Page<Revision> revisions(Caller caller, CourseId courseId, @Nullable Integer after, int limit) {
        drafting.readAsMember(caller, courseId);
        var found = revisions.before(courseId, Objects.requireNonNullElse(after, Integer.MAX_VALUE), limit + 1);
        return Page.cut(found, limit, revision -> Integer.toString(revision.revision()));
    }

    Map<PersonId, String> namesOf(List<Revision> some) {
        return people.names(some.stream().map(Revision::savedBy).distinct().toList());
    }

    CourseContent content(Caller caller, CourseId courseId, Snapshot snapshot) {
        drafting.readAsMember(caller, courseId);
        return content(courseId, snapshot);
    }

    Difference difference(Caller caller, CourseId courseId, Snapshot from, Snapshot to) {
        drafting.readAsMember(caller, courseId);
        return Difference.between(courseId, content(courseId, from), content(courseId, to));
    }

    private CourseContent content(CourseId courseId, Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.OfRevision revision -> revisions.requireContentAt(courseId, revision.revision());
            case Snapshot.OfVersion version -> catalog.content(courseId, version.version());
        };
    }
}
