package academy.artisan.lms.authoring.draft;

import java.util.Set;

import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a group requires its courses to say about themselves. */
@RestController
@RequestMapping("/api/v1/groups/{groupId}/required-attributes")
class RequiredAttributesController {

    record Required(@NotNull Set<@NotNull Attribute> attributes) {}

    private final TeachingGroups groups;
    private final RequiredAttributes required;

    RequiredAttributesController(TeachingGroups groups, RequiredAttributes required) {
        this.groups = groups;
        this.required = required;
    }

    @GetMapping
    Required read(Caller caller, @PathVariable GroupId groupId) {
        groups.requireMember(caller, groupId);
        return new Required(required.of(groupId));
    }

    @PutMapping
    Required set(Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody Required wanted) {
        required.require(caller, groupId, wanted.attributes());
        return new Required(required.of(groupId));
    }
}
