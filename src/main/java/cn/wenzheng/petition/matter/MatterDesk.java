package cn.wenzheng.petition.matter;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Membership;
import cn.wenzheng.petition.Membership.Standing;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.matter.MatterRows.Kept;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter for matters (事项): who belongs to one, who leaves it, and how its answer reaches each member.
 *
 * <p>Grouping is not merging: every member keeps its own thread, channel, privacy, promise and call-back. One member leads;
 * its tasks are the work on the matter, and no member ever waits for nobody.
 */
@Component
public class MatterDesk {

    /** In these states a petition's answer is not out yet, so that others may wait for it. */
    private static final Set<PetitionStatus> BEFORE_THE_ANSWER = EnumSet.of(
            PetitionStatus.ACCEPTED,
            PetitionStatus.ASSIGNED,
            PetitionStatus.PAUSED,
            PetitionStatus.REDO,
            PetitionStatus.HANDLED);

    private final MatterRows rows;
    private final Membership petitions;
    private final Succession succession;
    private final MatterAnswers answers;
    private final ObjectProvider<MatterProcess> process;
    private final Journal journal;
    private final Clock clock;

    MatterDesk(
            MatterRows rows,
            Membership petitions,
            Succession succession,
            MatterAnswers answers,
            ObjectProvider<MatterProcess> process,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.petitions = petitions;
        this.succession = succession;
        this.answers = answers;
        this.process = process;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Takes a petition on and lets it wait for the answer of a matter; called by the listener of {@code AcceptPetition}, in
     * the engine's transaction. The petitioner gets his first answer; no other part of the house changes the petition for it.
     *
     * @param command its {@code petition} may also be the number of a matter; a petition that belongs to one means that matter
     * @return the number of the matter
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String attach(String petition, PetitionCommand.Attach command, Actor actor) {
        if (petition.equals(command.petition())) {
            throw Refusal.invalid("petition", "matter-of-itself");
        }
        Kept matter = matterMeant(command.petition(), actor);
        String number = matter.number();
        if (!matter.isInHand()) {
            throw Refusal.conflict("matter-answered", number);
        }
        rows.join(number, petition, clock.instant());
        petitions.attached(petition, command, matter.lead(), number, actor);
        process.getObject().mark(petition, number);
        journal.done(actor, "matter-joined", petition, Map.of(), Map.of("matter", number));
        return number;
    }

    /** Held; that of a petition is opened when it has none. */
    private Kept matterMeant(String target, Actor actor) {
        if (target.startsWith(MatterRows.PREFIX)) {
            return held(target).orElseThrow(() -> Refusal.invalid("petition", "matter-unknown", target));
        }
        Standing seen =
                petitions.standing(target).orElseThrow(() -> Refusal.invalid("petition", "petition-unknown", target));
        if (seen.matter() != null) {
            return matterOf(target);
        }
        requireBeforeTheAnswer(target, seen);
        Standing standing = petitions.held(target).orElseThrow();
        if (standing.matter() != null) {
            return matterOf(target);
        }
        requireBeforeTheAnswer(target, standing);
        return rows.held(open(target, actor)).orElseThrow();
    }

    private static void requireBeforeTheAnswer(String target, Standing standing) {
        if (standing.status() == PetitionStatus.REVIEWED) {
            throw Refusal.conflict("matter-answered", target);
        }
        if (!BEFORE_THE_ANSWER.contains(standing.status())) {
            throw Refusal.conflict("matter-not-in-hand", target);
        }
    }

    private String open(String lead, Actor actor) {
        Instant now = clock.instant();
        String number = rows.open(lead, now);
        rows.join(number, lead, now);
        petitions.leads(lead, number);
        process.getObject().begin(number);
        process.getObject().mark(lead, number);
        journal.done(actor, "matter-opened", lead, Map.of(), Map.of("matter", number));
        return number;
    }

    /**
     * Takes an attaching back as if it had not been, in the caller's transaction: the petition is no member any more, and a
     * matter that has no other is dissolved. State, clocks and process of the petition are restored by the caller, who has
     * called {@link #hold} before he held the petition.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackAttaching(String petition, Actor actor) {
        Kept matter = matterOf(petition);
        rows.forget(matter.number(), petition);
        process.getObject().mark(petition, null);
        journal.done(actor, "matter-left", petition, Map.of("matter", matter.number()), Map.of("how", "undone"));
        succession.dissolveIfAlone(matter);
    }

    /** Holds the matter of a petition, if it has one, for what is then done to the petition. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String petition) {
        rows.matterOf(petition).ifPresent(this::held);
    }

    /**
     * Splits a member off its matter before it is answered: one that waited goes back to be assigned by itself; the leading one
     * stays where it is, and the most urgent of the others takes the matter over.
     */
    @Transactional
    public void split(String petition, @Nullable String reason, Actor actor) {
        String why = Limits.required("reason", reason, PetitionCommand.NOTE);
        Kept matter = matterOf(petition);
        Instant now = clock.instant();
        requireUnanswered(matter, petition, petitions.standing(petition));
        requireUnanswered(matter, petition, petitions.held(petition));
        rows.leave(matter.number(), petition, Leaving.SPLIT_OFF, now);
        journal.done(actor, "matter-left", petition, Map.of("matter", matter.number()), Map.of("how", "split-off"));
        if (matter.isLedBy(petition)) {
            petitions.standsAlone(petition);
            process.getObject().mark(petition, null);
            succession.succeed(matter);
        } else {
            petitions.splitOff(petition, why, actor);
            process.getObject().mark(petition, null);
            process.getObject().left(petition);
            succession.dissolveIfAlone(matter);
        }
    }

    private static void requireUnanswered(Kept matter, String petition, Optional<Standing> standing) {
        boolean unanswered = matter.isLedBy(petition)
                ? matter.isInHand()
                : standing.filter(now -> now.awaits(matter.number())).isPresent();
        if (!unanswered) {
            throw Refusal.conflict("matter-member-answered", petition);
        }
    }

    /** Keeps what this member alone is told beside the matter's answer; blank takes it back. */
    @Transactional
    public void remark(String petition, @Nullable String text, Actor actor) {
        String words = Limits.optional("text", text, PetitionCommand.NOTE);
        Optional<Standing> standing = petitions.held(petition);
        String matter = rows.matterOf(petition).orElseThrow(() -> Refusal.conflict("in-no-matter", petition));
        if (standing.filter(now -> now.awaits(matter)).isEmpty()) {
            throw Refusal.conflict("matter-member-answered", petition);
        }
        rows.remark(matter, petition, words);
        journal.done(actor, "matter-remarked", petition, Map.of(), Map.of("matter", matter, "remark", words != null));
    }

    /** The matter of a petition, held; the petition itself is not, unless it leads. */
    private Kept matterOf(String petition) {
        Optional<String> number = rows.matterOf(petition);
        Kept matter = number.flatMap(this::held).orElseThrow(() -> Refusal.conflict("in-no-matter", petition));
        if (!rows.matterOf(petition).equals(number)) {
            throw Refusal.conflict("changed-meanwhile");
        }
        return matter;
    }

    /** Everybody holds the leading petition first, then the matter, then its members. */
    private Optional<Kept> held(String number) {
        Optional<String> lead = rows.leadOf(number);
        lead.ifPresent(petitions::held);
        Optional<Kept> matter = rows.held(number);
        if (matter.filter(kept -> !kept.isLedBy(lead.orElseThrow())).isPresent()) {
            throw Refusal.conflict("changed-meanwhile");
        }
        return matter;
    }

    /**
     * Answers the next members of a matter, each once; called by its process, in a transaction of a batch's own.
     *
     * @return true when every member has its answer
     */
    @Transactional
    public boolean answerNext(String matter) {
        return answers.next(matter);
    }

    /** The members that are to be answered next, one after the other; called when they could not be answered together. */
    public List<String> nextOf(String matter) {
        return rows.inTurn(matter, MatterAnswers.BATCH);
    }

    /** Answers one member of a matter; one that does not wait any more is left alone. */
    @Transactional
    public void answer(String matter, String petition) {
        answers.one(matter, petition);
    }

    /** Lets all others be answered before this member, whose answer has failed. */
    @Transactional
    public void setAside(String matter, String petition) {
        rows.failed(matter, petition, clock.instant());
    }
}
