package academy.artisan.lms.search.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import academy.artisan.lms.compliance.OwedTrainings;
import academy.artisan.lms.course.Catalog;
import academy.artisan.lms.course.CourseId;
import academy.artisan.lms.course.CourseViewer;
import academy.artisan.lms.course.CourseViewers;
import academy.artisan.lms.enrolment.Enrolment;
import academy.artisan.lms.enrolment.Enrolments;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.organization.Unit;
import academy.artisan.lms.organization.UnitId;
import academy.artisan.lms.organization.Units;
import academy.artisan.lms.search.recommend.Recommendation.Because;
import org.springframework.stereotype.Service;

/** What a person might take next: eight statements, however much there is. */
@Service
class Recommendations {

    /**
     * So many more are looked at, because some may have been closed a moment ago or are recommended for a stronger
     * reason.
     */
    private static final int SPARE = 50;

    private final OwedTrainings owed;
    private final Enrolments enrolments;
    private final Units units;
    private final Catalog catalog;
    private final CourseViewers viewers;
    private final NextInField next;
    private final Colleagues colleagues;

    Recommendations(
            OwedTrainings owed,
            Enrolments enrolments,
            Units units,
            Catalog catalog,
            CourseViewers viewers,
            NextInField next,
            Colleagues colleagues) {
        this.owed = owed;
        this.enrolments = enrolments;
        this.units = units;
        this.catalog = catalog;
        this.viewers = viewers;
        this.next = next;
        this.colleagues = colleagues;
    }

    /** By reason, the strongest first; a course is there once. */
    Map<Reason, List<Recommendation>> of(Caller viewer, int limit) {
        var line = units.lineOf(viewer.personId());
        var taken = enrolments.of(viewer.personId()).stream()
                .map(Enrolment::courseId)
                .toList();
        var audiences = viewers.of(viewer);
        var all = new EnumMap<Reason, List<Recommendation>>(Reason.class);
        all.put(Reason.REQUIRED_BY_EMPLOYER, required(viewer, line));
        all.put(Reason.NEXT_IN_FIELD, next.after(taken, audiences, limit + SPARE));
        all.put(Reason.COLLEAGUES_TOOK, colleagues.took(ownUnits(line), taken, audiences, limit + SPARE));
        return chosen(all, open(audiences, all.values()), limit);
    }

    private List<Recommendation> required(Caller viewer, List<Unit> line) {
        Map<UnitId, String> names = line.stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return owed.of(viewer.personId()).stream()
                .map(one -> new Recommendation(
                        one.courseId(),
                        one.courseTitle(),
                        Because.required(
                                one.requiredBy(),
                                one.requiredBy() == null ? null : names.get(one.requiredBy()),
                                one.dueOn())))
                .toList();
    }

    /** The unit that one belongs to and those above it up to the employer, beyond which there are no colleagues. */
    private static List<Unit> ownUnits(List<Unit> line) {
        for (var depth = line.size() - 1; depth >= 0; depth--) {
            if (line.get(depth).kind() == Unit.Kind.EMPLOYER) {
                return line.subList(depth, line.size());
            }
        }
        return line.subList(Math.max(0, line.size() - 1), line.size());
    }

    /** What the viewer may begin at this moment, asked of the catalogue itself: one query for all of it. */
    private Set<CourseId> open(CourseViewer viewer, Collection<List<Recommendation>> all) {
        return catalog.openAmong(
                all.stream().flatMap(List::stream).map(Recommendation::courseId).collect(Collectors.toSet()), viewer);
    }

    private static Map<Reason, List<Recommendation>> chosen(
            Map<Reason, List<Recommendation>> all, Set<CourseId> open, int limit) {
        var left = new HashSet<>(open);
        var chosen = new EnumMap<Reason, List<Recommendation>>(Reason.class);
        all.forEach((reason, candidates) -> {
            var best = new ArrayList<Recommendation>();
            for (var candidate : candidates) {
                if (left.remove(candidate.courseId()) && best.size() < limit) {
                    best.add(candidate);
                }
            }
            if (!best.isEmpty()) {
                chosen.put(reason, best);
            }
        });
        return chosen;
    }
}
