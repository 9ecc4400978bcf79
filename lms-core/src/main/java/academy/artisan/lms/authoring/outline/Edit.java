package academy.artisan.lms.authoring.outline;

import java.util.UUID;

import academy.artisan.lms.course.CourseContent;
import academy.artisan.lms.course.LessonId;
import academy.artisan.lms.course.SectionId;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotFound;

/** A small change to an outline; what it does not concern stays as it is. */
public sealed interface Edit {

    /**
     * The content afterwards.
     *
     * @throws NotFound if the part is not there (any more)
     * @throws InvalidFields if it cannot stand where it shall
     */
    CourseContent applyTo(CourseContent content);

    /** Lets a part say something else. */
    record Replace(Part part) implements Edit {

        @Override
        public CourseContent applyTo(CourseContent content) {
            var tree = new OutlineTree(content);
            tree.replace(part);
            return tree.content();
        }
    }

    /** Adds a section or lesson. */
    record Add(Part part, Place place) implements Edit {

        @Override
        public CourseContent applyTo(CourseContent content) {
            var tree = new OutlineTree(content);
            tree.insert(part, place);
            return tree.content();
        }
    }

    /** Moves a section with its lessons, or a lesson. */
    record Move(UUID partId, Place to) implements Edit {

        @Override
        public CourseContent applyTo(CourseContent content) {
            if (partId.equals(to.after())
                    || (to.sectionId() != null && partId.equals(to.sectionId().value()))) {
                throw new InvalidFields("partId", "IntoItself", "cannot be moved into or after itself");
            }
            var tree = new OutlineTree(content);
            tree.takeOut(partId);
            tree.putBack(partId, to);
            return tree.content();
        }
    }

    /** Removes a section with its lessons. */
    record RemoveSection(SectionId id) implements Edit {

        @Override
        public CourseContent applyTo(CourseContent content) {
            var tree = new OutlineTree(content);
            tree.require(id);
            tree.takeOut(id.value());
            return tree.content();
        }
    }

    /** Removes a lesson. */
    record RemoveLesson(LessonId id) implements Edit {

        @Override
        public CourseContent applyTo(CourseContent content) {
            var tree = new OutlineTree(content);
            tree.require(id);
            tree.takeOut(id.value());
            return tree.content();
        }
    }
}
