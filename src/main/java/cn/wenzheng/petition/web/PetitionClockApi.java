package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.petition.ClockCommand;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The staff's decisions about a petition's time over HTTP; each leaves an entry in the ledgers of its clocks. */
@RestController
@Tag(name = "clocks", description = "计时与延期 · Clocks and extensions")
@RequestMapping("/api/petitions/{number}")
class PetitionClockApi {

    private final ClockActions actions;
    private final CurrentActor actor;

    PetitionClockApi(ClockActions actions, CurrentActor actor) {
        this.actions = actions;
        this.actor = actor;
    }

    @Operation(
            summary = "挂起（中止计时） · Pause",
            description = "Until a day, which the clocks run on with, or an instant; at most 180 days ahead.")
    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable String number, @RequestBody ClockCommand.Pause command) {
        actions.pause(number, command, actor.get());
    }

    @Operation(summary = "恢复办理 · Resume")
    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String number, @RequestBody ClockCommand.Resume command) {
        actions.resume(number, command, actor.get());
    }

    @Operation(summary = "重新归类 · Classify anew")
    @PostMapping("/category")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void classify(@PathVariable String number, @RequestBody ClockCommand.Classify command) {
        actions.classify(number, command, actor.get());
    }

    @Operation(summary = "申请延期 · Ask for an extension")
    @PostMapping("/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askExtension(@PathVariable String number, @RequestBody ClockCommand.AskExtension command) {
        actions.askExtension(number, command, actor.get());
    }

    @Operation(summary = "审批延期 · Decide an extension")
    @PostMapping("/extension/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideExtension(@PathVariable String number, @RequestBody ClockCommand.DecideExtension command) {
        actions.decideExtension(number, command, actor.get());
    }
}
