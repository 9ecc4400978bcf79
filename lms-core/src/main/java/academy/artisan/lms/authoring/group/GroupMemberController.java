package academy.artisan.lms.authoring.group;

import java.net.URI;
import java.util.List;
import java.util.Set;

import academy.artisan.lms.course.GroupId;
import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.identity.PersonId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of a group and their roles there. */
@RestController
@RequestMapping("/api/v1/groups/{groupId}/members")
class GroupMemberController {

    record Members(List<Member> items) {}

    record Roles(@NotEmpty Set<@NotNull GroupRole> roles) {}

    record NewMember(
            @NotBlank @Size(max = 50) String username,
            @NotEmpty Set<@NotNull GroupRole> roles) {}

    private final GroupMembers members;

    GroupMemberController(GroupMembers members) {
        this.members = members;
    }

    @GetMapping
    Members all(Caller caller, @PathVariable GroupId groupId) {
        return new Members(members.all(caller, groupId));
    }

    @PostMapping
    ResponseEntity<Member> add(Caller caller, @PathVariable GroupId groupId, @Valid @RequestBody NewMember member) {
        var added = members.set(caller, groupId, member.username(), member.roles());
        return ResponseEntity.created(URI.create("/api/v1/groups/%s/members/%s".formatted(groupId, added.personId())))
                .body(added);
    }

    @PutMapping("/{personId}")
    Member set(
            Caller caller,
            @PathVariable GroupId groupId,
            @PathVariable PersonId personId,
            @Valid @RequestBody Roles roles) {
        return members.set(caller, groupId, personId, roles.roles());
    }

    @DeleteMapping("/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable GroupId groupId, @PathVariable PersonId personId) {
        members.remove(caller, groupId, personId);
    }
}
