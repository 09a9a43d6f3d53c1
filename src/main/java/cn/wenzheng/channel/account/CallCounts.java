package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts.Quota;
import cn.wenzheng.petition.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the calls to platforms that count them. */
@Component
class CallCounts {

    private final QuotaRows rows;
    private final WeiboQuota weibo;
    private final AccountAlarms alarms;
    private final TransactionTemplate own;
    private final Clock clock;

    CallCounts(
            QuotaRows rows,
            WeiboQuota weibo,
            AccountAlarms alarms,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.weibo = weibo;
        this.alarms = alarms;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What counts for an account; empty where the platform counts nothing, or counts by itself. */
    List<Quota> quotas(Channel channel, Map<String, String> settings) {
        return channel == Channel.WEIBO ? weibo.of(settings.getOrDefault("quota", "public")) : List.of();
    }

    Optional<Quota> quota(Channel channel, Map<String, String> settings, String name) {
        return quotas(channel, settings).stream()
                .filter(quota -> quota.name().equals(name))
                .findFirst();
    }

    Optional<Instant> spend(Account account, String quota, int calls, boolean forReplies) {
        QuotaRows.Kept kept = new QuotaRows.Kept(!forReplies, 0);
        return spend(account, quota, calls, kept, () -> alarms.usedUp(account, quota));
    }

    /** That nothing is spare is no reason for an alarm. */
    Optional<Instant> spendSpare(Account account, String quota, int calls, double readingsPerHour) {
        return spend(account, quota, calls, new QuotaRows.Kept(true, readingsPerHour), () -> {});
    }

    private Optional<Instant> spend(
            Account account, String quota, int calls, QuotaRows.Kept kept, Runnable whenUsedUp) {
        return quota(account.channel(), account.settings(), quota)
                .flatMap(counted -> Optional.ofNullable(own.execute(status -> {
                            Optional<Instant> until = rows.spend(account.id(), counted, calls, kept, clock.instant());
                            until.ifPresent(end -> whenUsedUp.run());
                            return until;
                        }))
                        .flatMap(until -> until));
    }

    Duration pace(Account account, String quota) {
        Instant now = clock.instant();
        return quota(account.channel(), account.settings(), quota)
                .flatMap(counted -> rows.used(account.id(), counted, now)
                        .map(used -> pace(counted, used, Duration.between(now, used.until()))))
                .orElse(Duration.ZERO);
    }

    private static Duration pace(Quota quota, QuotaRows.Used used, Duration rest) {
        int most = quota.most() - quota.reservedForReplies();
        int left = Math.max(1, most - used.calls());
        return left * 2 > most ? Duration.ZERO : rest.dividedBy(left);
    }
}
