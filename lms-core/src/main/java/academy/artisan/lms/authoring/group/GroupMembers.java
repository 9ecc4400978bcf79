package academy.artisan.lms.authoring.group;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.People;
import academy.artisan.lms.identity.Person;
import academy.artisan.lms.identity.PersonId;
import academy.artisan.lms.identity.Role;
import academy.artisan.lms.identity.RoleHolder;
import academy.artisan.lms.identity.RoleHolders;
import academy.artisan.lms.notification.Notices;
import academy.artisan.lms.support.Ids;
import academy.artisan.lms.support.InvalidFields;
import academy.artisan.lms.support.NotAllowed;
import academy.artisan.lms.support.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a group: its leads see to that, and administrators. */
@Service
class GroupMembers {

    private static final Set<Role> OF_GROUPS =
            Stream.of(GroupRole.values()).map(GroupRole::role).collect(Collectors.toUnmodifiableSet());

    private final TeachingGroups groups;
    private final GroupLock lock;
    private final RoleHolders holders;
    private final People people;
    private final AuditTrail audit;
    private final Notices notices;

    GroupMembers(
            TeachingGroups groups,
            GroupLock lock,
            RoleHolders holders,
            People people,
            AuditTrail audit,
            Notices notices) {
        this.groups = groups;
        this.lock = lock;
        this.holders = holders;
        this.people = people;
        this.audit = audit;
        this.notices = notices;
    }

    List<Member> all(Caller caller, GroupId groupId) {
        groups.requireMember(caller, groupId);
        return holders.of(groupId).stream().map(Member::of).toList();
    }

    /** Gives somebody exactly these roles, a member or not. */
    @Transactional
    public Member set(Caller caller, GroupId groupId, PersonId personId, Set<GroupRole> roles) {
        groups.requireLead(caller, groupId);
        return set(caller, groupId, people.get(personId), roles);
    }

    /** The same for somebody of whom only the user name is known. */
    @Transactional
    public Member set(Caller caller, GroupId groupId, String username, Set<GroupRole> roles) {
        groups.requireLead(caller, groupId);
        var person = people.find(username)
                .orElseThrow(() -> new InvalidFields("username", "KnownPerson", "is nobody's user name"));
        return set(caller, groupId, person, roles);
    }

    @Transactional
    public void remove(Caller caller, GroupId groupId, PersonId personId) {
        groups.requireLead(caller, groupId);
        var before = lockedMembers(caller, groupId);
        var member = find(before, personId).orElseThrow(() -> new NotFound("member", personId));
        requireLeadRemains(caller, before, personId);
        holders.set(personId, groupId, OF_GROUPS, Set.of());
        note(caller, "member-removed", groupId, member.person(), member.roles(), Set.of());
    }

    private Member set(Caller caller, GroupId groupId, Person person, Set<GroupRole> wanted) {
        var roles = wanted.stream().map(GroupRole::role).collect(Collectors.toUnmodifiableSet());
        var before = lockedMembers(caller, groupId);
        var had = find(before, person.id()).map(RoleHolder::roles).orElse(Set.of());
        if (!roles.contains(Role.LEAD) && had.contains(Role.LEAD)) {
            requireLeadRemains(caller, before, person.id());
        }
        if (!had.equals(roles)) {
            holders.set(person.id(), groupId, OF_GROUPS, roles);
            note(caller, had.isEmpty() ? "member-added" : "member-roles-changed", groupId, person, had, roles);
        }
        if (had.isEmpty()) {
            welcome(groupId, person);
        }
        return Member.of(new RoleHolder(person, roles));
    }

    /** Nobody else changes members meanwhile; whoever was removed while waiting for this has no say any more. */
    private List<RoleHolder> lockedMembers(Caller caller, GroupId groupId) {
        lock.hold(groupId);
        var members = holders.of(groupId);
        if (!caller.isAdmin() && !leads(members).contains(caller.personId())) {
            throw new NotAllowed("Only leads of this group may do this");
        }
        return members;
    }

    private static void requireLeadRemains(Caller caller, List<RoleHolder> members, PersonId leaving) {
        if (!caller.isAdmin() && leads(members).equals(Set.of(leaving))) {
            throw new LastLead();
        }
    }

    private static Set<PersonId> leads(List<RoleHolder> members) {
        return members.stream()
                .filter(member -> member.roles().contains(Role.LEAD))
                .map(member -> member.person().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<RoleHolder> find(List<RoleHolder> members, PersonId personId) {
        return members.stream()
                .filter(member -> member.person().id().equals(personId))
                .findFirst();
    }

    private void note(Caller caller, String action, GroupId groupId, Person person, Set<Role> before, Set<Role> after) {
        audit.record(
                caller.personId(),
                action,
                Subject.of("group", groupId, groupId),
                Map.of("personId", person.id(), "username", person.username(), "before", before, "after", after));
    }

    private void welcome(GroupId groupId, Person person) {
        notices.tell(
                List.of(person.id()),
                "group-joined",
                groupId + "/" + Ids.next(),
                List.of(groups.get(groupId).name()),
                "/api/v1/groups/" + groupId);
    }
}
