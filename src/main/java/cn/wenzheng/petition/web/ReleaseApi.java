package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Releases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Release of a petition's words over HTTP. */
@RestController
@Tag(name = "commands", description = "办理步骤 · Steps of handling")
class ReleaseApi {

    private final PetitionActions actions;
    private final Releases releases;
    private final CurrentActor current;

    ReleaseApi(PetitionActions actions, Releases releases, CurrentActor current) {
        this.actions = actions;
        this.releases = releases;
        this.current = current;
    }

    @Operation(
            summary = "公开内容 · Release for the public",
            description = "The redacted words and the public answer may then be read by everybody, for example over"
                    + " Open311. Only when the petitioner has agreed. For publicity and reviewers.")
    @PostMapping("/api/petitions/{number}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String number) {
        releases.release(number, allowed(number));
    }

    @Operation(
            summary = "撤回公开 · Take back a release",
            description = "Nobody outside reads the words from now on. For publicity and reviewers.")
    @DeleteMapping("/api/petitions/{number}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withhold(@PathVariable String number) {
        releases.withhold(number, allowed(number));
    }

    private Actor allowed(String number) {
        Actor actor = current.get();
        actions.allow(number, actor, Role.PUBLICITY, Role.REVIEWER);
        return actor;
    }
}
