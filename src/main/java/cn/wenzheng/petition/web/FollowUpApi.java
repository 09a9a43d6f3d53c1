package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Follow-ups over HTTP: what belongs to an earlier petition, and what does not. */
@RestController
@Tag(name = "commands", description = "办理步骤 · Steps of handling")
class FollowUpApi {

    private final PetitionActions actions;
    private final CurrentActor actor;

    FollowUpApi(PetitionActions actions, CurrentActor actor) {
        this.actions = actions;
        this.actor = actor;
    }

    /** @param to the number of the earlier petition */
    record Joining(@Nullable String to) {}

    @Operation(
            summary = "并入此前诉求 · Join with an earlier petition",
            description =
                    "While it waits to be accepted; words and pictures go to the earlier petition of the same person,"
                            + " this one ends as a duplicate. For operators.")
    @PostMapping("/api/petitions/{number}/join")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@PathVariable String number, @RequestBody Joining joining) {
        actions.join(number, joining.to(), actor.get());
    }

    @Operation(
            summary = "不是续报 · Not a follow-up",
            description = "Takes the mark \"possibly a follow-up\" away. For operators.")
    @DeleteMapping("/api/petitions/{number}/follow-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void separate(@PathVariable String number) {
        actions.separate(number, actor.get());
    }
}
