package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an operator says of a petition that has just come in that it belongs to an earlier one, or that it does not.
 *
 * <p>Only two petitions of one person are joined: what is said in the later one is read on the page of the earlier.
 */
@Component
public class FollowUps {

    /** The house itself, where it does what an operator would do without a question. */
    private static final Actor HOUSE = new Actor("system", "系统", null, Set.of(Role.OPERATOR), Door.ENGINE);

    private final PetitionRows rows;
    private final SheetRows sheets;
    private final FollowUpRows followUps;
    private final CitizenActs acts;
    private final ObjectProvider<PetitionProcess> process;
    private final Journal journal;
    private final PetitionSettings settings;
    private final Clock clock;

    FollowUps(
            PetitionRows rows,
            SheetRows sheets,
            FollowUpRows followUps,
            CitizenActs acts,
            ObjectProvider<PetitionProcess> process,
            Journal journal,
            PetitionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.sheets = sheets;
        this.followUps = followUps;
        this.acts = acts;
        this.process = process;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Gives the words and pictures of a petition to an earlier one of the same person and ends it; the citizen is told the
     * number to ask by. The caller has checked that the operator may see both.
     */
    @Transactional
    public void join(String number, @Nullable String to, Actor operator) {
        String earlier = Limits.required("to", to, PetitionCommand.NOTE);
        Petition later = rows.petition(number);
        Petition target = rows.petition(earlier);
        if (later.status != PetitionStatus.RECEIVED) {
            throw Refusal.conflict("state-does-not-allow", number, later.status);
        }
        requireJoinable(later, target);
        SheetRows.Content said = sheets.content(number).orElseThrow(Refusal::notFound);
        acts.join(earlier, said.text(), Actor.citizen(operator.door()));
        followUps.moveAttachments(number, earlier);
        followUps.put(number, earlier, FollowUp.JOINED, clock.instant());
        journal.done(operator, "follow-up-joined", number, Map.of(), Map.of("earlier", earlier));
        journal.done(operator, "follow-up-taken", earlier, Map.of(), Map.of("later", number));
        PetitionCommand refuse = new PetitionCommand.Refuse(
                RefusalReason.DUPLICATE, MessageFormat.format(settings.joinedAnswer(), number, earlier));
        if (!process.getObject().complete(number, PetitionTask.ACCEPT_PETITION, null, refuse, operator)) {
            throw Refusal.conflict("not-at-this-task", number);
        }
    }

    /**
     * Marks a petition whose words an earlier one has said already, word for word, when both come from one contact: one
     * telephone, one e-mail address, or one sender on a platform, whose next petition is marked when it comes in.
     *
     * @return true when it is marked as a possible follow-up of that petition
     */
    @Transactional
    public boolean markRepeat(String number, String earlier) {
        FollowUpRows.Row marked = followUps.of(number).orElse(null);
        if (marked != null) {
            return marked.state() == FollowUp.POSSIBLE && earlier.equals(marked.earlier());
        }
        if (!followUps.sameContact(number, earlier)) {
            return false;
        }
        followUps.put(number, earlier, FollowUp.POSSIBLE, clock.instant());
        Map<String, String> mark = Map.of("earlier", earlier, "state", FollowUp.POSSIBLE.code());
        journal.done(HOUSE, "follow-up-marked", number, Map.of(), mark);
        return true;
    }

    /** As {@link #join}, by the house itself: the same person has sent the same words again. */
    @Transactional
    public void joinRepeat(String number, String earlier) {
        join(number, earlier, HOUSE);
    }

    private void requireJoinable(Petition later, Petition earlier) {
        boolean marked = followUps
                .of(later.number)
                .filter(row -> row.earlier().equals(earlier.number))
                .isPresent();
        if (later.number.equals(earlier.number) || !marked && !followUps.sameContact(later.number, earlier.number)) {
            throw Refusal.invalid("to", "join-other-person");
        }
        if (earlier.isOver()) {
            throw Refusal.conflict("join-into-closed", earlier.number);
        }
    }

    /** Takes the mark away: it is a matter of its own. */
    @Transactional
    public void separate(String number, Actor operator) {
        FollowUpRows.Row row = followUps
                .of(number)
                .filter(found -> found.state() != FollowUp.JOINED)
                .orElseThrow(() -> Refusal.conflict("no-follow-up", number));
        if (row.state() != FollowUp.SEPARATE) {
            followUps.put(number, row.earlier(), FollowUp.SEPARATE, clock.instant());
            journal.done(operator, "follow-up-separated", number, Map.of("earlier", row.earlier()), Map.of());
        }
    }
}
