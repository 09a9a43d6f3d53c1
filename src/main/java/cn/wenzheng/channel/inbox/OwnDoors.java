package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Accounts.Sign;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** The post office for doors that answer with the petition's number. */
@Component
class OwnDoors implements Inbox {

    private final PostOffice office;
    private final InboundRows rows;
    private final Accounts accounts;

    OwnDoors(PostOffice office, InboundRows rows, Accounts accounts) {
        this.office = office;
        this.rows = rows;
        this.accounts = accounts;
    }

    @Override
    public String take(Account account, Inbound item) {
        office.take(account, List.of(item), null, () -> {});
        accounts.seen(account, Sign.ITEM, item.submittedAt());
        return rows.earlier(account, item.externalId())
                .map(InboundRows.Earlier::petition)
                .orElseThrow(() -> new IllegalStateException("an item without a petition"));
    }
}
