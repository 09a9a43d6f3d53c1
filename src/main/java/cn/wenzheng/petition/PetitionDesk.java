package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The counter of room {@code petition}: every change of a petition goes through here.
 *
 * <p>The methods between {@link #accept} and {@link #close} are called by the listeners of the process, inside the
 * engine's transaction; a {@link cn.wenzheng.organization.Refusal} keeps the task open and nothing changes.
 */
@Component
public class PetitionDesk {

    /**
     * Takes a petition in and starts its process; the same item twice is the same petition.
     *
     * <p>Joins the caller's transaction when there is one. A refusal is thrown before anything is written and does not
     * mark that transaction for rollback.
     */
    public Receipt receive(Intake intake, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Notes what the classification proposes; null when it proposes nothing. */
    public void suggest(String number, @org.jspecify.annotations.Nullable String category) {
        throw new UnsupportedOperationException();
    }

    public void accept(String number, PetitionCommand.Accept command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public void refuse(String number, PetitionCommand.Refuse command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public void assign(String number, PetitionCommand.Assign command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The units that have an open part now, the lead first; never empty while the petition is in hand. */
    public List<String> unitsInHand(String number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes a unit's answer for its part.
     *
     * @return true when the lead has answered and the petition goes to review
     */
    public boolean answer(String number, String unit, PetitionCommand.Answer command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes a unit's statement that the petition is not its own.
     *
     * @return true when it was the lead, which ends all parts and leads back to assignment
     */
    public boolean returned(String number, String unit, PetitionCommand.NotOurs command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public void review(String number, PetitionCommand.Review command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public void close(String number, PetitionCommand.Close command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Takes the petition from its lead unit and gives it to another; possible until the answer is in. */
    public void reassign(String number, PetitionCommand.Reassign command, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The citizen takes the petition back. */
    public void withdraw(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Writes to the citizen without showing the contact. */
    public void messageToCitizen(String number, String text, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The citizen writes from the tracking page; the caller has checked the query code. */
    public void messageFromCitizen(String number, String text, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Adds to the timeline that a holder was reminded or that supervision has begun. */
    public void note(String number, TimelineEvent event, String unit) {
        throw new UnsupportedOperationException();
    }
}
