package cn.wenzheng.petition.matter;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter for matters (事项): who belongs to one, who leaves it, and how its answer reaches each member.
 *
 * <p>Grouping is not merging: every member keeps its own thread, channel, privacy, promise and call-back.
 */
@Component
public class MatterDesk {

    /**
     * Takes a petition on and lets it wait for the answer of a matter; called by the listener of {@code AcceptPetition}, in the
     * engine's transaction. The petitioner gets his first answer; no other part of the house changes the petition for it.
     *
     * @param command its {@code petition} may also be the number of a matter; a petition that waits in a matter means that matter
     * @return the number of the matter, which the petition's process keeps as variable {@code matter}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String attach(String petition, PetitionCommand.Attach command, Actor actor) {
        throw Refusal.invalid("petition", "matter-unknown", command.petition());
    }

    /**
     * Takes an attaching back as if it had not been, in the caller's transaction: the member is none any more, and a matter that
     * was opened only for it is gone. State, clocks and process of the petition are restored by the caller.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackAttaching(String petition, Actor actor) {
        throw Refusal.notFound();
    }

    /**
     * Splits a member off its matter before it is answered: it goes back to be assigned by itself, with its history; the oldest
     * member takes over when it was the leading one.
     */
    @Transactional
    public void split(String petition, @Nullable String reason, Actor actor) {
        throw Refusal.notFound();
    }
}
