package cn.wenzheng.channel.inbox;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.PullIntake;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The node's one hand for reading what platforms have to be asked for: one page a step, whoever has waited longest first. */
@Component
class PollWorker extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final CursorRows rows;
    private final Reading reading;
    private final Accounts accounts;
    private final Map<Channel, PullIntake> intakes = new EnumMap<>(Channel.class);
    private final Clock clock;

    PollWorker(CursorRows rows, Reading reading, Accounts accounts, ObjectProvider<PullIntake> intakes, Clock clock) {
        super("polls", LOOK);
        this.rows = rows;
        this.reading = reading;
        this.accounts = accounts;
        intakes.orderedStream().forEach(intake -> this.intakes.putIfAbsent(intake.channel(), intake));
        this.clock = clock;
    }

    @Override
    protected boolean step() {
        if (intakes.isEmpty()) {
            return false;
        }
        Optional<CursorRows.Held> held = rows.claim(clock.instant());
        held.ifPresent(due ->
                accounts.find(due.account()).ifPresent(account -> reading.page(due, account, intakeOf(account))));
        return held.isPresent() || plan();
    }

    private PullIntake intakeOf(Account account) {
        PullIntake intake = intakes.get(account.channel());
        if (intake == null) {
            throw new IllegalStateException("nobody reads " + account.channel());
        }
        return intake;
    }

    /** Finds out what is to be read of accounts that are new; one statement while there are none. */
    private boolean plan() {
        Instant now = clock.instant();
        // One that this node has not heard of yet is planned at a later look.
        List<Account> known = rows.unplanned(intakes.keySet(), now).stream()
                .flatMap(id -> accounts.find(id).stream())
                .toList();
        known.forEach(account -> rows.plan(account.id(), intakeOf(account).contacts(account), now));
        return !known.isEmpty();
    }
}
