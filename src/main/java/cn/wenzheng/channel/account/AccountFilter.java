package cn.wenzheng.channel.account;

import cn.wenzheng.access.Asked;
import cn.wenzheng.petition.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are asked for, as it stands in an address.
 *
 * @param q part of the name, the code or the address
 * @param page counted from 0
 */
record AccountFilter(
        @Nullable Channel channel,
        @Nullable String unit,
        @Nullable AccountState state,
        @Nullable String q,
        @Nullable Integer page) {

    static final String ADDRESS = "/admin/channels";

    static AccountFilter of(AccountState state) {
        return new AccountFilter(null, null, state, null, null);
    }

    public boolean isNarrowed() {
        return !filters().byName().isEmpty();
    }

    /** The address of another page of the same list. */
    public String at(int otherPage) {
        return filters().at(ADDRESS, otherPage);
    }

    /** The same list with accounts in another state. */
    public String with(@Nullable AccountState other) {
        return new AccountFilter(channel, unit, other, q, null).at(0);
    }

    private Asked filters() {
        return new Asked()
                .add("channel", channel)
                .add("unit", unit)
                .add("state", state)
                .add("q", q);
    }
}
