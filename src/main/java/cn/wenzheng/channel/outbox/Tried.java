package cn.wenzheng.channel.outbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Means;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.delivery.DeliveryCalls.Attempt;
import java.time.Instant;

/** What a try came to. */
sealed interface Tried extends DeliveryCalls.Made {

    Attempt attempt();

    /** The platform was called. */
    record Called(Attempt attempt, Account account, Means means, int parts, int ways, Outcome outcome)
            implements Tried {}

    /** Nothing was called: an account is off, a quota used up. */
    record Held(Attempt attempt, Instant until, String reason) implements Tried {

        static final String ACCOUNT_OFF = "account-off";
    }

    /** Nothing was called: a person has to clear the words first. */
    record NotClear(Attempt attempt) implements Tried {}

    /** Nothing was called: no way is left, or there never was one. */
    record NoWay(Attempt attempt, String reason) implements Tried {}

    /** Nothing was called: an earlier try may have arrived and the channel's rule is to ask. */
    record Ask(Attempt attempt, Means means, int parts) implements Tried {}

    /** Nothing was called: these means do not take it whole. */
    record TooLong(Attempt attempt, Account account, int ways) implements Tried {}

    /** Something of ours is broken before anything has left. */
    record Broken(Attempt attempt, String kind) implements Tried {}
}
