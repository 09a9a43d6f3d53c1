package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Submissions;
import cn.wenzheng.channel.inbox.InboundRows.Earlier;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Arrivals;
import cn.wenzheng.petition.Receipt;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes forms in the way every item goes, and tells their sender the number that came of it. */
@Component
class FormCounter implements Submissions {

    private final PostOffice office;
    private final InboundRows rows;
    private final Arrivals arrivals;

    FormCounter(PostOffice office, InboundRows rows, Arrivals arrivals) {
        this.office = office;
        this.rows = rows;
        this.arrivals = arrivals;
    }

    @Override
    public Receipt submit(Account account, Inbound item) {
        boolean known = rows.earlier(account, item.externalId()).isPresent();
        if (office.take(account, List.of(item), null, () -> {}) == PostOffice.Taken.OTHER_WORDS) {
            throw Refusal.conflict("same-id-other-body");
        }
        Optional<String> petition = rows.earlier(account, item.externalId()).map(Earlier::petition);
        return arrivals.receiptOf(petition.orElseThrow(Refusal::notFound), known);
    }
}
