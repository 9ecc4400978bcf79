package academy.artisan.lms.authoring.draft;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import academy.artisan.lms.audit.AuditTrail;
import academy.artisan.lms.audit.Subject;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What courses of a group must say about themselves before they are reviewed; nothing unless the group says so. */
@Service
class RequiredAttributes {

    private final TeachingGroups groups;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    RequiredAttributes(TeachingGroups groups, JdbcClient jdbc, AuditTrail audit) {
        this.groups = groups;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    Set<Attribute> of(GroupId groupId) {
        var required = EnumSet.noneOf(Attribute.class);
        jdbc.sql("select unnest(required_attributes) from authoring.teaching_group where group_id = :group")
                .param("group", groupId.value())
                .query(String.class)
                .list()
                .forEach(name -> required.add(Attribute.valueOf(name)));
        return required;
    }

    @Transactional
    public void require(Caller caller, GroupId groupId, Set<Attribute> required) {
        groups.requireLead(caller, groupId);
        jdbc.sql("update authoring.teaching_group set required_attributes = :names where group_id = :group")
                .param(
                        "names",
                        Stream.of(Attribute.values())
                                .filter(required::contains)
                                .map(Attribute::name)
                                .toArray(String[]::new))
                .param("group", groupId.value())
                .update();
        audit.record(
                caller.personId(),
                "required-attributes-changed",
                Subject.of("group", groupId, groupId),
                Map.of("required", required));
    }
}
