package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is decided about a petition that has just come in, each in one transaction: taken on and given to its unit,
 * answered at once, asked back, attached, refused.
 *
 * <p>A decision is committed when the method returns; what it makes known to the petitioner, to units and to other systems
 * waits until its {@link Decided#undoUntil()}, and until then the same person may take it back. What the system decides by
 * itself is told at once and cannot be taken back.
 */
@Component
public class IntakeDecisions {

    private final PetitionRows rows;
    private final DecisionRows decisions;
    private final DecisionUndoing undoing;
    private final ObjectProvider<PetitionProcess> process;
    private final PetitionSettings settings;
    private final Clock clock;

    IntakeDecisions(
            PetitionRows rows,
            DecisionRows decisions,
            DecisionUndoing undoing,
            ObjectProvider<PetitionProcess> process,
            PetitionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.undoing = undoing;
        this.process = process;
        this.settings = settings;
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
    public Decided dispatch(String number, PetitionCommand.Accept accept, PetitionCommand.Assign assign, Actor actor) {
        return take(number, false, actor, operator -> {
            end(number, PetitionTask.ACCEPT_PETITION, accept, operator);
            end(number, PetitionTask.ASSIGN_PETITION, assign, operator);
        });
    }

    /** Takes one of {@code Accept}, {@code Refuse}, {@code AnswerAtOnce}, {@code AskBack} and {@code Attach}. */
    public Decided decide(String number, PetitionCommand decision, Actor actor) {
        boolean attaches = decision instanceof PetitionCommand.Attach;
        return take(number, attaches, actor, operator -> end(number, PetitionTask.ACCEPT_PETITION, decision, operator));
    }

    /** Takes a decision back, while nothing else has happened; to anybody but who took it there is none. */
    public void undo(UUID decision, Actor actor) {
        process.getObject().atOnce(actor, () -> undoing.undo(decision, actor));
    }

    /** As {@link #undo(UUID, Actor)}, of this petition and no other. */
    public void undo(String number, UUID decision, Actor actor) {
        decisions
                .find(decision)
                .filter(found -> found.petition().equals(number))
                .orElseThrow(Refusal::notFound);
        undo(decision, actor);
    }

    private interface Ending {
        void inTheNameOf(Actor operator);
    }

    private Decided take(String number, boolean attaches, Actor actor, Ending ending) {
        Actor operator = actor.door() == Door.ENGINE ? withRight(actor) : actor;
        return process.getObject().atOnce(operator, () -> {
            Instant now = clock.instant();
            Instant until = actor.door() == Door.ENGINE ? now : now.plus(settings.undoWithin());
            DecisionRows.Before before = DecisionRows.Before.of(rows.held(number));
            if (until.isAfter(now)) {
                Withheld.keep(until);
            }
            ending.inTheNameOf(operator);
            return keep(number, before, attaches, actor, now, until);
        });
    }

    private Decided keep(
            String number, DecisionRows.Before before, boolean attaches, Actor actor, Instant now, Instant until) {
        Petition after = rows.petition(number);
        after.undoUntil = until;
        rows.update(after);
        UUID id = UUID.randomUUID();
        long last = decisions.lastEntry(number);
        long version = Objects.requireNonNull(after.version);
        decisions.add(
                new DecisionRows.Decision(id, number, actor.id(), now, until, false, last, version, attaches, before));
        return new Decided(id, number, after.status, until);
    }

    /** The tasks of intake are the operators'. */
    private static Actor withRight(Actor system) {
        return new Actor(system.id(), system.name(), system.unit(), Set.of(Role.OPERATOR), system.door());
    }

    private void end(String number, PetitionTask task, PetitionCommand command, Actor actor) {
        if (!process.getObject().complete(number, task, null, command, actor)) {
            throw Refusal.conflict("not-at-this-task", number);
        }
    }
}
