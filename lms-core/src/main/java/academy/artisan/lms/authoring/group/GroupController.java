package academy.artisan.lms.authoring.group;

import java.net.URI;
import java.util.List;

import academy.artisan.lms.authoring.ReviewPolicy;
import academy.artisan.lms.authoring.TeachingGroup;
import academy.artisan.lms.authoring.TeachingGroups;
import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The teaching groups, their fields, and how they review. */
@RestController
@RequestMapping("/api/v1/groups")
class GroupController {

    record Groups(List<TeachingGroup> items) {}

    record Naming(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String field) {}

    record Order(@NotNull @Size(max = 1000) List<@NotNull GroupId> groupIds) {}

    private final TeachingGroups groups;
    private final GroupAdministration administration;

    GroupController(TeachingGroups groups, GroupAdministration administration) {
        this.groups = groups;
        this.administration = administration;
    }

    @GetMapping
    Groups all(Caller caller, @RequestParam(defaultValue = "false") boolean retired) {
        return new Groups(retired ? groups.allEver() : groups.all());
    }

    @GetMapping("/{groupId}")
    TeachingGroup read(Caller caller, @PathVariable GroupId groupId) {
        return groups.get(groupId);
    }

    @PostMapping
    ResponseEntity<TeachingGroup> add(Caller caller, @Valid @RequestBody Naming naming) {
        var group = administration.add(caller, naming.name(), naming.field());
        return ResponseEntity.created(URI.create("/api/v1/groups/" + group.id()))
                .body(group);
    }

    @PutMapping("/{groupId}")
    TeachingGroup rename(Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody Naming naming) {
        return administration.rename(caller, groupId, naming.name(), naming.field());
    }

    @PutMapping("/order")
    Groups order(Caller caller, @Valid @RequestBody Order order) {
        return new Groups(administration.order(caller, order.groupIds()));
    }

    @PutMapping("/{groupId}/retirement")
    TeachingGroup retire(Caller caller, @PathVariable GroupId groupId) {
        return administration.retire(caller, groupId);
    }

    @DeleteMapping("/{groupId}/retirement")
    TeachingGroup reinstate(Caller caller, @PathVariable GroupId groupId) {
        return administration.reinstate(caller, groupId);
    }

    @GetMapping("/{groupId}/review-policy")
    ReviewPolicy reviewPolicy(Caller caller, @PathVariable GroupId groupId) {
        groups.requireMember(caller, groupId);
        return groups.reviewPolicy(groupId);
    }

    @PutMapping("/{groupId}/review-policy")
    ReviewPolicy setReviewPolicy(
            Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody ReviewPolicy policy) {
        return administration.setReviewPolicy(caller, groupId, policy);
    }
}
