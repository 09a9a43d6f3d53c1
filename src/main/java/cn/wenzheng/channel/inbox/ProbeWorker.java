package cn.wenzheng.channel.inbox;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
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

    private final ProbeRows rows;
    private final List<SourceProbe> probes;
    private final Accounts accounts;
    private final InboxSettings settings;
    private final Clock clock;

    ProbeWorker(
            ProbeRows rows,
            ObjectProvider<SourceProbe> probes,
            Accounts accounts,
            InboxSettings settings,
            Clock clock) {
        super("probes", LOOK);
        this.rows = rows;
        this.probes = probes.orderedStream().toList();
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
        due.ifPresent(source -> accounts.find(source.account()).ifPresent(account -> look(source, account)));
        return due.isPresent();
    }

    private void look(ProbeRows.Due due, Account account) {
        Optional<SourceProbe> probe = probes.stream()
                .filter(candidate -> candidate.channel() == account.channel())
                .findFirst();
        if (probe.isPresent()
                && accounts.spend(account, Accounts.CALLS, 1, false).isEmpty()) {
            rows.saw(due, probe.get().check(due.source(), account));
        }
    }
}
