package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided about a petition that has just come in, each in one transaction: taken on and given to its unit,
 * answered at once, asked back, attached, refused.
 *
 * <p>A decision is committed when the method returns; what it makes known to the petitioner and to units waits until its
 * {@link Decided#undoUntil()}, and until then the same person may take it back.
 */
@Component
public class IntakeDecisions {

    private final PetitionRows rows;
    private final ObjectProvider<PetitionProcess> process;
    private final Clock clock;

    IntakeDecisions(PetitionRows rows, ObjectProvider<PetitionProcess> process, Clock clock) {
        this.rows = rows;
        this.process = process;
        this.clock = clock;
    }

    /**
     * A decision as it was taken.
     *
     * @param id by which it is taken back
     * @param undoUntil from then on it stays, and is told
     */
    public record Decided(UUID id, String number, PetitionStatus status, Instant undoUntil) {}

    /**
     * Takes the petition on and gives it to its unit: both tasks are ended, or neither.
     *
     * @param actor an operator, or the system where it decides alone
     */
    @Transactional
    public Decided dispatch(String number, PetitionCommand.Accept accept, PetitionCommand.Assign assign, Actor actor) {
        end(number, PetitionTask.ACCEPT_PETITION, accept, actor);
        end(number, PetitionTask.ASSIGN_PETITION, assign, actor);
        return decided(number);
    }

    /** Takes one of {@code Accept}, {@code Refuse}, {@code AnswerAtOnce}, {@code AskBack} and {@code Attach}. */
    @Transactional
    public Decided decide(String number, PetitionCommand decision, Actor actor) {
        end(number, PetitionTask.ACCEPT_PETITION, decision, actor);
        return decided(number);
    }

    /** Takes a decision back, while nothing else has happened; refused to anybody but who took it. */
    @Transactional
    public void undo(UUID decision, Actor actor) {
        throw Refusal.notFound();
    }

    private void end(String number, PetitionTask task, PetitionCommand command, Actor actor) {
        if (!process.getObject().complete(number, task, null, command, actor)) {
            throw Refusal.conflict("not-at-this-task", number);
        }
    }

    private Decided decided(String number) {
        return new Decided(UUID.randomUUID(), number, rows.petition(number).status, clock.instant());
    }
}
