package cn.wenzheng.triage.matter;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.FollowUps;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.triage.matter.SignatureRows.Spoken;
import cn.wenzheng.triage.matter.SignatureRows.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The node's one hand for what has been said before: compares each petition once, a moment after it has come in, and joins
 * word-for-word repeats of one person. In the whole city one petition is compared at a time, so that two posts of a storm
 * know of each other.
 */
@Component
class MatterWorker extends OneHand {

    private static final Logger LOG = LoggerFactory.getLogger(MatterWorker.class);

    private static final Duration LOOK = Duration.ofSeconds(5);

    /** What cannot be compared or joined now is tried again so soon and so often. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final int TRIES = 12;

    /** Short words may be said again of something new; so many in a row are nobody's chance. */
    private static final int LONG = 60;

    private final SignatureRows rows;
    private final Comparison comparison;
    private final FollowUps followUps;
    private final MatterSettings settings;
    private final TransactionTemplate transaction;
    private final TransactionTemplate part;
    private final Clock clock;

    MatterWorker(
            SignatureRows rows,
            Comparison comparison,
            FollowUps followUps,
            MatterSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        super("same-matter", LOOK);
        this.rows = rows;
        this.comparison = comparison;
        this.followUps = followUps;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        this.clock = clock;
    }

    /** In the transaction of the petition itself, so that none is forgotten. */
    @EventListener
    void came(PetitionEvent.Received received) {
        rows.put(received.number(), received.at());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                call();
            }
        });
    }

    @Override
    protected boolean step() {
        Optional<Waiting> next = transaction.execute(begun -> rows.takeTurn() ? inTurn() : Optional.empty());
        next.filter(waiting -> waiting.repeats() != null).ifPresent(this::join);
        return next.isPresent();
    }

    private Optional<Waiting> inTurn() {
        Optional<Waiting> next = rows.next(clock.instant());
        next.filter(waiting -> waiting.repeats() == null).ifPresent(this::compare);
        return next;
    }

    /** One that cannot be compared holds up no other. */
    private void compare(Waiting waiting) {
        try {
            part.executeWithoutResult(begun -> compare(waiting.spoken()));
        } catch (RuntimeException technical) {
            LOG.warn(
                    "Petition {} could not be compared: {}",
                    waiting.number(),
                    technical.getClass().getName());
            putOff(waiting);
        }
    }

    private void compare(Spoken petition) {
        Comparison.Result result = comparison.of(petition);
        rows.keep(petition, result.keys(), result.storm(), result.nearest());
        Optional<String> repeated = repeated(petition, result);
        if (repeated.isPresent() && settings.joinRepeats()) {
            rows.joins(petition.number(), repeated.get());
        } else {
            rows.done(petition.number());
        }
    }

    /** The earlier petition of the same person whose words these are again; marked for the operator as one to join. */
    private Optional<String> repeated(Spoken petition, Comparison.Result result) {
        if (petition.status() != PetitionStatus.RECEIVED || petition.said().length() < LONG) {
            return Optional.empty();
        }
        return result.repeated().stream()
                .filter(earlier -> followUps.markRepeat(petition.number(), earlier))
                .findFirst();
    }

    /** Where an operator was faster, or the earlier one is over by now, nothing is joined. */
    private void join(Waiting waiting) {
        try {
            followUps.joinRepeat(waiting.number(), String.valueOf(waiting.repeats()));
            rows.done(waiting.number());
        } catch (Refusal notNow) {
            putOff(waiting);
        }
    }

    private void putOff(Waiting waiting) {
        if (waiting.tries() >= TRIES) {
            rows.done(waiting.number());
        } else {
            rows.later(waiting.number(), clock.instant().plus(AGAIN));
        }
    }
}
