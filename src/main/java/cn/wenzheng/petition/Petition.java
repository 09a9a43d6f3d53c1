package cn.wenzheng.petition;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The state of one petition: what stage it is in, who leads, what was promised and kept.
 *
 * <p>It guards every step: what the present state does not allow is a {@link Refusal} of kind {@code CONFLICT}. The
 * citizen's words stand apart ({@code petition_content}), the units' parts are {@link Assignment}s.
 */
@Table("petition")
class Petition {

    private static final Set<PetitionStatus> OVER =
            Set.of(PetitionStatus.CLOSED, PetitionStatus.REFUSED, PetitionStatus.WITHDRAWN);

    @Id
    final String number;

    @Version
    @Nullable
    Long version;

    PetitionStatus status = PetitionStatus.RECEIVED;
    Instant since;
    int round = 1;
    final Channel channel;
    final String account;

    @Nullable
    String externalId;

    @Nullable
    String idempotencyKey;

    final byte[] digest;
    final String queryCode;

    @Nullable
    PetitionKind kind;

    @Nullable
    String category;

    @Nullable
    String suggestedCategory;

    Urgency urgency = Urgency.NORMAL;
    boolean hideIdentity;
    boolean mayBePublic;
    boolean backlog;
    final Instant receivedAt;

    @Nullable
    Instant submittedAt;

    @Nullable
    Instant promisedBy;

    @Nullable
    Instant firstAnsweredAt;

    @Nullable
    String leadUnit;

    /** How often a lead has said that it is not its own. */
    int returns;

    @Nullable
    Instant rulingAskedAt;

    @Nullable
    Instant ruledAt;

    boolean complex;

    /** What it was before it was paused, and goes on as; null while it is not paused. */
    @Nullable
    PetitionStatus pausedStatus;

    @Nullable
    PauseReason pausedReason;

    /** Until when it is paused, at the latest. */
    @Nullable
    Instant pausedUntil;

    /** Until when the petitioner may say what is missing; null while nobody waits for him. */
    @Nullable
    Instant supplementUntil;

    /** Until then the petitioner knows nothing of what was decided last, which may be taken back. */
    @Nullable
    Instant undoUntil;

    @Nullable
    RefusalReason refusalReason;

    @Nullable
    Boolean reached;

    @Nullable
    Boolean contacted;

    @Nullable
    Boolean solved;

    @Nullable
    Satisfaction satisfaction;

    @Nullable
    CameBy cameBy;

    @Nullable
    Instant urgedAt;

    @Nullable
    Instant objectedAt;

    /** The matter it belongs to; null when it stands for itself. */
    @Nullable
    String matter;

    /** True while another member's tasks are the work on it, too. */
    boolean awaitsMatter;

    @Nullable
    Instant ratedAt;

    @Nullable
    Boolean ratedSolved;

    @Nullable
    Satisfaction ratedSatisfaction;

    Petition(
            String number,
            Instant since,
            Channel channel,
            String account,
            byte[] digest,
            String queryCode,
            Instant receivedAt) {
        this.number = number;
        this.since = since;
        this.channel = channel;
        this.account = account;
        this.digest = digest;
        this.queryCode = queryCode;
        this.receivedAt = receivedAt;
    }

    /** A petition as it comes over the counter, before anything is promised. */
    static Petition received(String number, String queryCode, Intake intake, byte[] digest, Instant at) {
        Petition petition = new Petition(number, at, intake.channel(), intake.account(), digest, queryCode, at);
        petition.externalId = intake.externalId();
        petition.idempotencyKey = intake.idempotencyKey();
        petition.kind = intake.kind();
        petition.hideIdentity = intake.hideIdentity();
        petition.mayBePublic = intake.mayBePublic();
        petition.submittedAt = intake.submittedAt();
        petition.backlog = intake.backlog();
        return petition;
    }

    void accept(PetitionCommand.Accept command, Instant at) {
        require(PetitionStatus.RECEIVED);
        kind = command.kind();
        category = command.category();
        urgency = command.urgency();
        answeredFirst(at);
        become(PetitionStatus.ACCEPTED, at);
    }

    /** A plain inquiry is closed with its answer; everybody else is called back. */
    void answerAtOnce(PetitionCommand.AnswerAtOnce command, Instant at) {
        require(PetitionStatus.RECEIVED);
        kind = command.kind();
        category = command.category();
        answeredFirst(at);
        become(kind == PetitionKind.INQUIRY ? PetitionStatus.CLOSED : PetitionStatus.REVIEWED, at);
    }

    /** The question is a first answer by a person; what comes after it waits for the petitioner. */
    void askBack(Instant until, Instant at) {
        require(PetitionStatus.RECEIVED);
        answeredFirst(at);
        supplementUntil = until;
        become(PetitionStatus.WAITING_FOR_PETITIONER, at);
    }

    /** He has said it, or has not in time: the operator decides. */
    void waitIsOver(Instant at) {
        require(PetitionStatus.WAITING_FOR_PETITIONER);
        supplementUntil = null;
        become(PetitionStatus.RECEIVED, at);
    }

    /**
     * It is again what it was before the last decision.
     *
     * @param startedClocks true when limits of this round have begun and ended, so that the next ones carry another
     */
    void undo(DecisionRows.Before before, boolean startedClocks) {
        status = PetitionStatus.RECEIVED;
        since = before.since();
        kind = before.kind();
        category = before.category();
        urgency = before.urgency();
        firstAnsweredAt = before.firstAnsweredAt();
        refusalReason = null;
        leadUnit = null;
        matter = null;
        awaitsMatter = false;
        supplementUntil = null;
        undoUntil = null;
        round += startedClocks ? 1 : 0;
    }

    /** True while the petitioner finds it as it was before the last decision. */
    boolean isWithheld(Instant now) {
        return undoUntil != null && undoUntil.isAfter(now);
    }

    boolean waitsForPetitioner() {
        return status == PetitionStatus.WAITING_FOR_PETITIONER;
    }

    private void answeredFirst(Instant at) {
        firstAnsweredAt = firstAnsweredAt == null ? at : firstAnsweredAt;
    }

    void refuse(RefusalReason reason, Instant at) {
        require(PetitionStatus.RECEIVED);
        refusalReason = reason;
        answeredFirst(at);
        become(PetitionStatus.REFUSED, at);
    }

    /** It is taken on and waits for the answer to a matter, which one of its units has in hand. */
    void joinMatter(String of, PetitionCommand.Attach command, Instant at) {
        require(PetitionStatus.RECEIVED);
        kind = command.kind();
        category = command.category();
        answeredFirst(at);
        matter = of;
        awaitsMatter = true;
        become(PetitionStatus.ASSIGNED, at);
    }

    /** It waits for the matter no longer and is to be assigned, alone or for all. */
    void awaitNoMore(Instant at) {
        require(PetitionStatus.ASSIGNED);
        awaitsMatter = false;
        leadUnit = null;
        become(PetitionStatus.ACCEPTED, at);
    }

    /** What the matter was answered is its answer, too. */
    void answeredWithMatter(String unit, Instant at) {
        require(PetitionStatus.ASSIGNED);
        leadUnit = unit;
        awaitsMatter = false;
        become(PetitionStatus.REVIEWED, at);
    }

    /** The matter's answer has not helped this petitioner: the unit takes it up again, for him alone. */
    void goOnAlone(Instant at) {
        require(PetitionStatus.REVIEWED);
        matter = null;
        round++;
        become(PetitionStatus.REDO, at);
    }

    void assignTo(String lead, Instant at) {
        require(PetitionStatus.ACCEPTED);
        if (awaitsRuling()) {
            throw Refusal.conflict("ruling-awaited", number);
        }
        leadUnit = lead;
        become(PetitionStatus.ASSIGNED, at);
    }

    /** Another lead takes over, unless it is ruled on whose it is; the limits of the new time carry a new round. */
    void reassignTo(String lead, Instant at) {
        requireInHand();
        if (ruledAt != null) {
            throw Refusal.conflict("ruling-binds");
        }
        if (lead.equals(leadUnit)) {
            throw Refusal.invalid("lead", "lead-unchanged");
        }
        leadUnit = lead;
        round++;
        since = at;
    }

    /** The lead says it is not its own: back to the centre; once it is ruled on whose it is, that is closed. */
    void returned(Instant at) {
        requireInHand();
        if (ruledAt != null) {
            throw Refusal.conflict("return-closed");
        }
        leadUnit = null;
        round++;
        returns++;
        become(PetitionStatus.ACCEPTED, at);
    }

    /** It has gone from unit to unit often enough: the supervision office is asked whose it is. */
    void askForRuling(Instant at) {
        require(PetitionStatus.ACCEPTED);
        rulingAskedAt = at;
    }

    /** The supervision office has named the lead; no unit returns the petition any more. */
    void ruleFor(String lead, Instant at) {
        if (!awaitsRuling()) {
            throw Refusal.conflict("state-does-not-allow", number, status);
        }
        leadUnit = lead;
        ruledAt = at;
        become(PetitionStatus.ASSIGNED, at);
    }

    boolean awaitsRuling() {
        return status == PetitionStatus.ACCEPTED && rulingAskedAt != null && ruledAt == null;
    }

    void handled(Instant at) {
        requireInHand();
        become(PetitionStatus.HANDLED, at);
    }

    /** Nobody can go on with it for a while: the units' clocks stand still. */
    void pause(PauseReason reason, Instant until, Instant at) {
        requireInHand();
        pausedStatus = status;
        pausedReason = reason;
        pausedUntil = until;
        become(PetitionStatus.PAUSED, at);
    }

    /** It goes on as what it was. */
    void resume(Instant at) {
        require(PetitionStatus.PAUSED);
        become(requireNonNull(pausedStatus), at);
        pausedStatus = null;
        pausedReason = null;
        pausedUntil = null;
    }

    boolean isPaused() {
        return status == PetitionStatus.PAUSED;
    }

    /** It turns out to be something else, from acceptance on until the answer is in. */
    void classify(ClockCommand.Classify command) {
        if (!mayBeClassified()) {
            throw Refusal.conflict("state-does-not-allow", number, status);
        }
        category = command.category();
        kind = command.kind() == null ? kind : command.kind();
        urgency = command.urgency() == null ? urgency : command.urgency();
        complex = command.complex() == null ? complex : command.complex();
    }

    boolean mayBeClassified() {
        return !awaitsMatter && (status == PetitionStatus.ACCEPTED || Stages.of(status) == Stage.HANDLING);
    }

    /** The petitioner has said himself that it is not solved, or that he is not satisfied. */
    boolean isRatedBadly() {
        return Boolean.FALSE.equals(ratedSolved) || ratedSatisfaction == Satisfaction.DISSATISFIED;
    }

    void requireHandled() {
        require(PetitionStatus.HANDLED);
    }

    void pass(Instant at) {
        requireHandled();
        become(PetitionStatus.REVIEWED, at);
    }

    void sendBack(Instant at) {
        requireHandled();
        round++;
        become(PetitionStatus.REDO, at);
    }

    void close(PetitionCommand.Close command, Instant at) {
        require(PetitionStatus.REVIEWED);
        reached = command.reached();
        contacted = command.contacted();
        solved = command.solved();
        satisfaction = command.satisfaction();
        become(PetitionStatus.CLOSED, at);
    }

    void withdraw(Instant at) {
        if (isOver()) {
            throw Refusal.conflict("petition-over", number);
        }
        pausedStatus = null;
        pausedReason = null;
        pausedUntil = null;
        awaitsMatter = false;
        supplementUntil = null;
        undoUntil = null;
        become(PetitionStatus.WITHDRAWN, at);
    }

    boolean isOver() {
        return OVER.contains(status);
    }

    void requireInHand() {
        requireOwnTasks();
        require(PetitionStatus.ASSIGNED, PetitionStatus.REDO);
    }

    /** Also while it is paused: for what does not go on with it. */
    void requireInHandOrPaused() {
        requireOwnTasks();
        require(PetitionStatus.ASSIGNED, PetitionStatus.REDO, PetitionStatus.PAUSED);
    }

    /** What waits for its matter is in no unit's hands itself. */
    private void requireOwnTasks() {
        if (awaitsMatter) {
            throw Refusal.conflict("awaits-matter", number, String.valueOf(matter));
        }
    }

    private void require(PetitionStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            throw Refusal.conflict("state-does-not-allow", number, status);
        }
    }

    private void become(PetitionStatus next, Instant at) {
        status = next;
        since = at;
    }

    /** Null while it is open, when the citizen withdrew in time, and for backlog, which carries no promise. */
    @Nullable
    Boolean promiseKept(Instant now) {
        if (promisedBy == null) {
            return null;
        }
        if (firstAnsweredAt != null) {
            return !firstAnsweredAt.isAfter(promisedBy);
        }
        return (isOver() ? since : now).isAfter(promisedBy) ? false : null;
    }

    boolean sameAs(byte[] otherDigest) {
        return Arrays.equals(digest, otherDigest);
    }

    /** What a limit of the centre or of a unit is computed from. */
    Deadlines.Start limit(Stage stage, String unit, Instant at) {
        return new Deadlines.Start(number, stage, unit, round, at, kind, urgency, category, backlog, complex);
    }

    Receipt receipt(boolean repeated) {
        return new Receipt(number, queryCode, status, receivedAt, promisedBy, repeated);
    }
}
