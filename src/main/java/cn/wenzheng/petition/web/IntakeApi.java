package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.petition.IntakeDecisions.Decided;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Urgency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an operator decides about a petition that has come in, each in one call; nobody is told of it until {@code undoUntil},
 * and until then it may be taken back.
 */
@RestController
@Tag(name = "intake", description = "受理决定 · Decisions of intake")
@RequestMapping("/api/petitions")
class IntakeApi {

    private final PetitionActions actions;
    private final CurrentActor actor;

    IntakeApi(PetitionActions actions, CurrentActor actor) {
        this.actions = actions;
        this.actor = actor;
    }

    /** Accepting and assigning in one. */
    record Dispatch(
            @Nullable PetitionKind kind,
            @Nullable String category,
            @Nullable Urgency urgency,
            @Nullable String firstAnswer,
            @Nullable String lead,
            @Nullable List<String> assisting,
            @Nullable String note,
            @Nullable Boolean mentionUnit) {

        PetitionCommand.Accept accept() {
            return new PetitionCommand.Accept(kind, category, urgency, firstAnswer);
        }

        PetitionCommand.Assign assign() {
            return new PetitionCommand.Assign(lead, assisting, note, mentionUnit);
        }
    }

    /**
     * A decision as it stands.
     *
     * @param decision by which it is taken back
     * @param undoUntil from then on it stays, and is told
     */
    record Taken(UUID decision, PetitionStatus status, Instant undoUntil) {

        static Taken of(Decided decided) {
            return new Taken(decided.id(), decided.status(), decided.undoUntil());
        }
    }

    record Undo(@Nullable UUID decision) {}

    /** What a petitioner has said on the telephone. */
    record Supplement(@Nullable String text) {}

    /**
     * Words to begin with when a petition is not accepted.
     *
     * @param words the reason and where to turn, as the petitioner would read it
     */
    record RefusalWords(RefusalReason reason, String label, String words) {}

    @Operation(
            summary = "受理并派单 · Accept and assign",
            description = "Both in one transaction, or neither. For operators.")
    @PostMapping("/{number}/dispatch")
    Taken dispatch(@PathVariable String number, @RequestBody Dispatch command) {
        return Taken.of(actions.dispatch(number, command.accept(), command.assign(), actor.get()));
    }

    @Operation(
            summary = "直接答复 · Answer at once",
            description =
                    "Without any unit; an inquiry is closed with it, everybody else is called back. For operators.")
    @PostMapping("/{number}/answer-at-once")
    Taken answerAtOnce(@PathVariable String number, @RequestBody PetitionCommand.AnswerAtOnce command) {
        return Taken.of(actions.decide(number, command, actor.get()));
    }

    @Operation(
            summary = "请诉求人补充 · Ask the petitioner for what is missing",
            description = "It comes back to the operator with his answer, or when his time is over. For operators.")
    @PostMapping("/{number}/ask-back")
    Taken askBack(@PathVariable String number, @RequestBody PetitionCommand.AskBack command) {
        return Taken.of(actions.decide(number, command, actor.get()));
    }

    @Operation(
            summary = "代录诉求人的电话补充 · Take down what the petitioner has added on the telephone",
            description = "While it waits for him; it comes back to the operator at once. For operators.")
    @PostMapping("/{number}/supplement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void supplement(@PathVariable String number, @RequestBody Supplement said) {
        actions.supplement(number, said.text(), actor.get());
    }

    @Operation(
            summary = "并入事项 · Attach to a matter",
            description = "It waits for the answer to the matter that is in hand. For operators.")
    @PostMapping("/{number}/attach")
    Taken attach(@PathVariable String number, @RequestBody PetitionCommand.Attach command) {
        return Taken.of(actions.decide(number, command, actor.get()));
    }

    @Operation(
            summary = "不予受理，可撤销 · Refuse, with the possibility to take it back",
            description = "As /refuse; told to the petitioner from undoUntil on. For operators.")
    @PostMapping("/{number}/turn-away")
    Taken turnAway(@PathVariable String number, @RequestBody PetitionCommand.Refuse command) {
        return Taken.of(actions.decide(number, command, actor.get()));
    }

    @Operation(
            summary = "撤销刚才的决定 · Take a decision back",
            description = "For who took it, until undoUntil and while nothing else has happened.")
    @PostMapping("/{number}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable String number, @RequestBody Undo undo) {
        actions.undo(number, undo.decision(), actor.get());
    }

    @Operation(summary = "不予受理的参考用语 · Words to begin with when a petition is not accepted")
    @GetMapping("/refusal-words")
    List<RefusalWords> refusalWords() {
        return Stream.of(RefusalReason.values())
                .map(reason -> new RefusalWords(reason, reason.zh(), reason.proposal()))
                .toList();
    }
}
