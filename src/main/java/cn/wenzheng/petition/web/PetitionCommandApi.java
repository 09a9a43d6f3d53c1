package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionTask;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The staff's decisions over HTTP; each ends the petition's task of the same name. */
@RestController
@Tag(name = "commands", description = "办理步骤 · Steps of handling")
@RequestMapping("/api/petitions/{number}")
class PetitionCommandApi {

    private final PetitionActions actions;
    private final PetitionSheets sheets;
    private final CurrentActor actor;

    PetitionCommandApi(PetitionActions actions, PetitionSheets sheets, CurrentActor actor) {
        this.actions = actions;
        this.sheets = sheets;
        this.actor = actor;
    }

    /** A unit's answer, or its statement that the petition is not its own; one of the two. */
    record Handling(
            @Nullable String answer,
            @Nullable String publicAnswer,
            @Nullable Boolean solved,
            @Nullable OffsetDateTime contactedAt,
            @Nullable String dissent,
            PetitionCommand.@Nullable NotOurs notOurs) {

        PetitionCommand toCommand() {
            if (notOurs == null) {
                return new PetitionCommand.Answer(
                        answer, publicAnswer, solved, contactedAt == null ? null : contactedAt.toInstant(), dissent);
            }
            if (answer != null || publicAnswer != null || solved != null || contactedAt != null || dissent != null) {
                throw Refusal.invalid("notOurs", "answer-and-not-ours");
            }
            return notOurs;
        }
    }

    /**
     * Words to the petitioner.
     *
     * @param question true when he is asked to answer
     */
    record Message(@Nullable String text, @Nullable Boolean question) {}

    record Revealing(@Nullable String field, @Nullable String reason) {}

    record Revealed(String value) {}

    @Operation(summary = "受理 · Accept")
    @PostMapping("/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String number, @RequestBody PetitionCommand.Accept command) {
        actions.complete(number, PetitionTask.ACCEPT_PETITION, command, actor.get());
    }

    @Operation(summary = "不予受理 · Refuse")
    @PostMapping("/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String number, @RequestBody PetitionCommand.Refuse command) {
        actions.complete(number, PetitionTask.ACCEPT_PETITION, command, actor.get());
    }

    @Operation(summary = "派单 · Assign")
    @PostMapping("/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String number, @RequestBody PetitionCommand.Assign command) {
        actions.complete(number, PetitionTask.ASSIGN_PETITION, command, actor.get());
    }

    @Operation(summary = "改派 · Re-dispatch")
    @PostMapping("/reassign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reassign(@PathVariable String number, @RequestBody PetitionCommand.Reassign command) {
        actions.reassign(number, command, actor.get());
    }

    @Operation(
            summary = "签收 · Sign for the petition",
            description = "The unit's handler, once, while the unit has it in hand.")
    @PostMapping("/sign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@PathVariable String number) {
        actions.sign(number, actor.get());
    }

    @Operation(summary = "办理：答复或退回 · Handle: answer or return")
    @PostMapping("/handle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handle(@PathVariable String number, @RequestBody Handling handling) {
        actions.complete(number, PetitionTask.HANDLE_PETITION, handling.toCommand(), actor.get());
    }

    @Operation(summary = "审核 · Review")
    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable String number, @RequestBody PetitionCommand.Review command) {
        actions.complete(number, PetitionTask.REVIEW_PETITION, command, actor.get());
    }

    @Operation(summary = "回访结案 · Call back and close")
    @PostMapping("/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String number, @RequestBody PetitionCommand.Close command) {
        actions.complete(number, PetitionTask.CLOSE_PETITION, command, actor.get());
    }

    @Operation(summary = "给诉求人留言 · Write to the petitioner")
    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void message(@PathVariable String number, @RequestBody Message message) {
        actions.message(number, message.text(), Boolean.TRUE.equals(message.question()), actor.get());
    }

    /** Shows one contact field to the centre, against a reason that stays in the journal. */
    @Operation(summary = "查看一项联系方式 · Reveal one contact field")
    @PostMapping("/reveal")
    Revealed reveal(@PathVariable String number, @RequestBody Revealing revealing) {
        return new Revealed(sheets.reveal(number, revealing.field(), revealing.reason(), actor.get()));
    }
}
