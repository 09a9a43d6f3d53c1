package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what went wrong with an account; one that the platform does not let in any more waits, and somebody is told. */
@Component
class AccountTroubles {

    private static final int LONGEST = 60;

    private final HealthRows rows;
    private final AccountMemory memory;
    private final AccountAlarms alarms;
    private final Journal journal;
    private final TransactionTemplate own;

    AccountTroubles(
            HealthRows rows,
            AccountMemory memory,
            AccountAlarms alarms,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.memory = memory;
        this.alarms = alarms;
        this.journal = journal;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void note(Account account, Outcome outcome, Instant at) {
        if (outcome instanceof Outcome.TokenInvalid invalid) {
            own.executeWithoutResult(status -> pause(account, code(invalid.reason()), at));
            return;
        }
        String trouble = troubleOf(outcome);
        if (trouble != null) {
            own.executeWithoutResult(status -> rows.trouble(account.id(), code(trouble), at));
        }
    }

    private void pause(Account account, String why, Instant at) {
        if (rows.pause(account.id(), why, at)) {
            memory.changed();
            alarms.paused(account, at);
            journal.done(
                    Actor.system(Door.CHANNEL),
                    "channel-account-paused",
                    null,
                    Map.of(),
                    Map.of("account", account.id(), "channel", account.channel().code(), "unit", account.unit()));
        }
    }

    /** What concerns the account; what one citizen's window or one post's end says is no trouble of it. */
    private static @Nullable String troubleOf(Outcome outcome) {
        if (outcome instanceof Outcome.NotNow later) {
            return later.reason();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return refused.code();
        }
        return outcome instanceof Outcome.Unknown unknown ? unknown.reason() : null;
    }

    /** A code and nothing else: whatever a platform may have put into its reason stays out of the table. */
    private static String code(String reason) {
        String code = reason.replaceAll("[^A-Za-z0-9._:-]", "");
        return code.isEmpty() ? "unknown" : code.substring(0, Math.min(code.length(), LONGEST));
    }
}
