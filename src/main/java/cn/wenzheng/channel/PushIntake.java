package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.time.Clock;

/**
 * Reads what a platform pushes: a pure function of bytes, account and clock, so that it can be tried with anything.
 *
 * <p>It verifies, reads and translates; it asks nobody, keeps nothing and never throws for what a stranger has sent.
 */
public interface PushIntake {

    Channel channel();

    /** The most bytes of a body; what is longer is answered 413 and not read. */
    int mostBytes();

    /** Takes a push or the platform's verification of the address (GET). */
    Arrival accept(RawRequest request, Account account, Clock clock);
}
