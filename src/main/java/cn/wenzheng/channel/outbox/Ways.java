package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Delivery;
import cn.wenzheng.channel.Means;
import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which ways lead to a citizen; what was said in private is answered in private only. */
@Component
class Ways {

    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<Delivery> deliveries;

    Ways(ObjectProvider<Accounts> accounts, ObjectProvider<Delivery> deliveries) {
        this.accounts = accounts;
        this.deliveries = deliveries;
    }

    Accounts accounts() {
        return accounts.getObject();
    }

    /** Empty while the account is switched off or waits for a new token. */
    Optional<Account> account(long id) {
        return accounts().find(id);
    }

    /** The account that writes the city's mails; empty when there is none. */
    Optional<Account> mail() {
        Accounts all = accounts.getIfAvailable();
        return all == null
                ? Optional.empty()
                : all.takingPart(Channel.EMAIL).stream().findFirst();
    }

    Delivery delivery(Account account) {
        return deliveries
                .orderedStream()
                .filter(each -> each.channel() == account.channel())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing delivers to " + account.channel()));
    }

    List<Means> means(OutboundReply reply, Account account) {
        if (reply.isEvent()) {
            return List.of(Means.EVENT);
        }
        return all(account, reply.isPublic(), reply.occasion(), reply.contact().inReplyTo()).stream()
                .filter(means -> reply.isPublic() || !means.isPublic())
                .toList();
    }

    /** What the channel has; empty when it has no answer of its own. */
    List<Means> all(Account account, boolean isPublic, String occasion, @Nullable String item) {
        return delivery(account).means(account, isPublic, occasion, item);
    }
}
