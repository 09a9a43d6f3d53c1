package cn.wenzheng.channel.inbox;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.PullIntake;
import cn.wenzheng.channel.SourceProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The node's one hand for public posts: looks now and then whether the post behind a petition in hand still stands there. A
 * post that its writer has taken away is not shown to the public again; the case keeps its words.
 */
@Component
class ProbeWorker extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(30);

    /** How long an account is left alone that is switched off or waits for a new token. */
    private static final Duration WAITING = Duration.ofHours(1);

    private static final double HOUR = Duration.ofHours(1).toSeconds();

    private final ProbeRows rows;
    private final List<SourceProbe> probes;
    private final List<PullIntake> intakes;
    private final Accounts accounts;
    private final InboxSettings settings;
    private final Clock clock;

    ProbeWorker(
            ProbeRows rows,
            ObjectProvider<SourceProbe> probes,
            ObjectProvider<PullIntake> intakes,
            Accounts accounts,
            InboxSettings settings,
            Clock clock) {
        super("probes", LOOK);
        this.rows = rows;
        this.probes = probes.orderedStream().toList();
        this.intakes = intakes.orderedStream().toList();
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean step() {
        if (probes.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Optional<ProbeRows.Due> due = rows.claim(now.minus(settings.sourceLook()), now);
        due.filter(source -> !source.over()).ifPresent(source -> look(source, now));
        return due.isPresent();
    }

    private void look(ProbeRows.Due due, Instant now) {
        Optional<Account> account = accounts.find(due.account());
        if (account.isEmpty()) {
            again(due, now.plus(WAITING));
            return;
        }
        Optional<SourceProbe> probe = probes.stream()
                .filter(candidate -> candidate.channel() == account.get().channel())
                .findFirst();
        if (probe.isEmpty()) {
            return;
        }
        accounts.spendSpare(account.get(), Accounts.CALLS, 1, readingsPerHour(account.get()))
                .ifPresentOrElse(
                        until -> again(due, until),
                        () -> rows.saw(due, probe.get().check(due.source(), account.get())));
    }

    private void again(ProbeRows.Due due, Instant at) {
        rows.missed(due, at.minus(settings.sourceLook()));
    }

    /** Nobody waits for a look: it must leave what the reading of new contacts needs. */
    private double readingsPerHour(Account account) {
        return intakes.stream()
                .filter(intake -> intake.channel() == account.channel())
                .flatMapToDouble(intake -> intake.contacts(account).stream()
                        .mapToDouble(contact -> HOUR
                                / Math.max(1.0, intake.every(account, contact).toSeconds())))
                .sum();
    }
}
