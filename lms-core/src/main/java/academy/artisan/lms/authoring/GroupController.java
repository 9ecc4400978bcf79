package academy.artisan.lms.authoring;

import java.util.List;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The teaching groups and their fields. */
@RestController
@RequestMapping("/api/v1/groups")
class GroupController {

    record Groups(List<TeachingGroup> items) {}

    record Renaming(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String field) {}

    private final TeachingGroups groups;

    GroupController(TeachingGroups groups) {
        this.groups = groups;
    }

    @GetMapping
    Groups all(Caller caller) {
        return new Groups(groups.all());
    }

    @PutMapping("/{groupId}")
    TeachingGroup rename(Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody Renaming renaming) {
        caller.requireAdmin();
        groups.rename(groupId, renaming.name(), renaming.field());
        return groups.get(groupId);
    }
}
