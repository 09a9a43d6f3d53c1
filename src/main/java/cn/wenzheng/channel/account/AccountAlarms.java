package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Account;
import cn.wenzheng.petition.delivery.AccountTrouble;
import cn.wenzheng.petition.delivery.AccountTroubled;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells that an account needs an administrator, in the caller's transaction. What goes on is told once on each day of the
 * city: a quota that is used up refuses every call, and a token that ends is looked at on all nodes.
 */
@Component
class AccountAlarms {

    private static final String TOKEN = "token";
    private static final String QUOTA = "quota-";

    private final AlarmRows rows;
    private final AccountRows accounts;
    private final AccountSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountAlarms(
            AlarmRows rows,
            AccountRows accounts,
            AccountSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** It waits for a new token; told each time, for it happens once until somebody has acted. */
    void paused(Account account, Instant at) {
        tell(account.id(), AccountTrouble.PAUSED, at);
    }

    void usedUp(Account account, String quota) {
        Instant now = clock.instant();
        if (rows.tell(account.id(), QUOTA + quota, now, dayOf(now))) {
            tell(account.id(), AccountTrouble.QUOTA_USED_UP, now);
        }
    }

    /** One statement while there is nothing to tell, however many accounts there are. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    @Transactional
    void tellExpiring() {
        Instant now = clock.instant();
        List<Long> expiring = rows.tellExpiring(TOKEN, now.plus(settings.tokenAlarm()), now, dayOf(now));
        expiring.forEach(account -> tell(account, AccountTrouble.EXPIRING, now));
    }

    private void tell(long id, AccountTrouble trouble, Instant at) {
        AccountRows.Row row = accounts.one(id);
        events.publishEvent(new AccountTroubled(id, row.channel(), row.code(), row.unit(), trouble, at));
    }

    private Instant dayOf(Instant now) {
        ZoneId zone = clock.getZone();
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
