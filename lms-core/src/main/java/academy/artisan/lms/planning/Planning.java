package academy.artisan.lms.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The year of a group: its leads plan it, the owners of items keep them up to date, its members look. */
@Service
class Planning {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    private static final int MOST_ITEMS = 500;

    private final TeachingGroups groups;
    private final PlanItems items;
    private final PlanChecks checks;
    private final People people;
    private final AuditTrail audit;

    Planning(TeachingGroups groups, PlanItems items, PlanChecks checks, People people, AuditTrail audit) {
        this.groups = groups;
        this.items = items;
        this.checks = checks;
        this.people = people;
        this.audit = audit;
    }

    List<PlanItemView> plan(Caller caller, GroupId groupId, int year) {
        groups.requireMember(caller, groupId);
        return views(items.of(groupId, year, checks.today()));
    }

    PlanItemView read(Caller caller, PlanItemId id) {
        return view(readable(caller, id));
    }

    @Transactional
    public PlanItemView add(Caller caller, GroupId groupId, int year, PlanItemForm form) {
        groups.requireLead(caller, groupId);
        groups.requireAuthor(caller, groupId);
        if (items.count(groupId, year) >= MOST_ITEMS) {
            throw new PlanFull(MOST_ITEMS);
        }
        var id = PlanItemId.next();
        items.add(id, groupId, year, checks.checked(groupId, year, form));
        var added = get(id);
        note(caller, "plan-item-added", added, Map.of("year", year, "kind", form.kind(), "title", form.title()));
        return view(added);
    }

    /**
     * Writes down an item anew.
     *
     * @throws PlanItemChangedMeanwhile if it is no longer at that revision
     */
    @Transactional
    public PlanItemView change(Caller caller, PlanItemId id, int revision, PlanItemForm form) {
        var before = changeable(caller, id);
        requireRevision(before, revision);
        var after = checks.checked(before.groupId(), before.year(), form);
        if (!items.change(id, revision, after)) {
            throw new PlanItemChangedMeanwhile(view(get(id)));
        }
        note(caller, "plan-item-changed", before, ChangedFields.between(before.form(), after));
        return view(get(id));
    }

    /**
     * Takes an item out of the plan.
     *
     * @throws PlanItemChangedMeanwhile if it is no longer at that revision
     */
    @Transactional
    public void remove(Caller caller, PlanItemId id, int revision) {
        var item = changeable(caller, id);
        requireRevision(item, revision);
        if (!items.remove(id, revision)) {
            throw new PlanItemChangedMeanwhile(view(get(id)));
        }
        note(caller, "plan-item-removed", item, Map.of("item", item.form()));
    }

    /** Goes on in the next year with what is not finished; again adds only what was not carried over before. */
    @Transactional
    public List<PlanItemView> carryOver(Caller caller, GroupId groupId, int year) {
        groups.requireLead(caller, groupId);
        groups.requireAuthor(caller, groupId);
        var unfinished = items.of(groupId, year, checks.today()).stream()
                .filter(item -> !item.form().state().isFinished())
                .map(NewPlanItem::continuing)
                .toList();
        if (items.count(groupId, year + 1) + unfinished.size() > MOST_ITEMS) {
            throw new PlanFull(MOST_ITEMS);
        }
        var added = items.addAll(unfinished);
        if (added > 0) {
            audit.record(
                    caller.personId(),
                    "plan-carried-over",
                    Subject.of("group", groupId, groupId),
                    Map.of("fromYear", year, "items", added));
        }
        return views(items.of(groupId, year + 1, checks.today()));
    }

    private PlanItem get(PlanItemId id) {
        return items.find(id, checks.today()).orElseThrow(() -> new NotFound("plan item", id));
    }

    private PlanItem readable(Caller caller, PlanItemId id) {
        var item = get(id);
        if (!groups.mayRead(caller, item.groupId())) {
            throw new NotFound("plan item", id);
        }
        return item;
    }

    private PlanItem changeable(Caller caller, PlanItemId id) {
        var item = readable(caller, id);
        if (!groups.mayLead(caller, item.groupId()) && !item.form().ownerId().equals(caller.personId())) {
            throw new NotAllowed("Only leads of the group and the owner of the item may do this");
        }
        return item;
    }

    private void requireRevision(PlanItem item, int revision) {
        if (item.revision() != revision) {
            throw new PlanItemChangedMeanwhile(view(item));
        }
    }

    private PlanItemView view(PlanItem item) {
        return views(List.of(item)).getFirst();
    }

    private List<PlanItemView> views(List<PlanItem> plan) {
        var names =
                people.names(plan.stream().map(item -> item.form().ownerId()).collect(Collectors.toSet()));
        return plan.stream().map(item -> PlanItemView.of(item, names)).toList();
    }

    private void note(Caller caller, String action, PlanItem item, Map<String, ?> details) {
        audit.record(caller.personId(), action, Subject.of("plan-item", item.id(), item.groupId()), details);
    }
}
