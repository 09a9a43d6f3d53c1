package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Sealing;
import cn.wenzheng.channel.inbox.InboundRows.Kept;
import org.jspecify.annotations.Nullable;

/**
 * One item and where it came in.
 *
 * @param raw the request as it came in; null when it was not pushed
 */
record Piece(Account account, Inbound item, byte @Nullable [] raw) {

    boolean pushed() {
        return raw != null;
    }

    /** The request as it may be kept; null when there is none, or no key. */
    byte @Nullable [] sealed(Sealing sealing, Kept kept) {
        return raw == null || !sealing.isReady() ? null : sealing.seal(raw, "inbound/" + kept.message());
    }
}
