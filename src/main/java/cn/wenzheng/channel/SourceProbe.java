package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;

/** Looks whether a public post is still there. Calls the network. */
public interface SourceProbe {

    Channel channel();

    State check(SourceRef source, Account account);

    enum State {
        PRESENT,
        DELETED,
        HIDDEN,
        UNKNOWN
    }
}
