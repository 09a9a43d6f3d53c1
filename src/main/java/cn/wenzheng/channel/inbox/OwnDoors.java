package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Accounts.Sign;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbox;
import cn.wenzheng.channel.inbox.PostOffice.Taken;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Arrivals;
import cn.wenzheng.petition.Receipt;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The post office for doors that answer with the petition's number: their items go the way every item goes. */
@Component
class OwnDoors implements Inbox {

    private final PostOffice office;
    private final InboundRows rows;
    private final Arrivals arrivals;
    private final Accounts accounts;
    private final Clock clock;

    OwnDoors(PostOffice office, InboundRows rows, Arrivals arrivals, Accounts accounts, Clock clock) {
        this.office = office;
        this.rows = rows;
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Receipt take(Account account, Inbound item) {
        boolean known = rows.earlier(account, item.externalId()).isPresent();
        if (office.take(account, List.of(item), null, () -> {}) == Taken.OTHER_WORDS) {
            throw Refusal.conflict("same-id-other-body");
        }
        accounts.seen(account, Sign.ITEM, clock.instant());
        return rows.earlier(account, item.externalId())
                .map(InboundRows.Earlier::petition)
                .map(petition -> arrivals.receiptOf(petition, known))
                .orElseThrow(() -> new IllegalStateException("an item without a petition"));
    }
}
