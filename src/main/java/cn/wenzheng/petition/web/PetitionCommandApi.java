package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionTask;
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

    record Revealing(@Nullable String field, @Nullable String reason) {}

    record Revealed(String value) {}

    @PostMapping("/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String number, @RequestBody PetitionCommand.Accept command) {
        actions.complete(number, PetitionTask.ACCEPT_PETITION, command, actor.get());
    }

    @PostMapping("/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable String number, @RequestBody PetitionCommand.Refuse command) {
        actions.complete(number, PetitionTask.ACCEPT_PETITION, command, actor.get());
    }

    @PostMapping("/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String number, @RequestBody PetitionCommand.Assign command) {
        actions.complete(number, PetitionTask.ASSIGN_PETITION, command, actor.get());
    }

    @PostMapping("/reassign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reassign(@PathVariable String number, @RequestBody PetitionCommand.Reassign command) {
        actions.reassign(number, command, actor.get());
    }

    @PostMapping("/handle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handle(@PathVariable String number, @RequestBody Handling handling) {
        actions.complete(number, PetitionTask.HANDLE_PETITION, handling.toCommand(), actor.get());
    }

    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable String number, @RequestBody PetitionCommand.Review command) {
        actions.complete(number, PetitionTask.REVIEW_PETITION, command, actor.get());
    }

    @PostMapping("/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String number, @RequestBody PetitionCommand.Close command) {
        actions.complete(number, PetitionTask.CLOSE_PETITION, command, actor.get());
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void message(@PathVariable String number, @RequestBody PetitionApi.Message message) {
        actions.message(number, message.text(), actor.get());
    }

    /** Shows one contact field to the centre, against a reason that stays in the journal. */
    @PostMapping("/reveal")
    Revealed reveal(@PathVariable String number, @RequestBody Revealing revealing) {
        return new Revealed(sheets.reveal(number, revealing.field(), revealing.reason(), actor.get()));
    }
}
