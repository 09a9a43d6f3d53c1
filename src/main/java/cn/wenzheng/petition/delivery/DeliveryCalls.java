package cn.wenzheng.petition.delivery;

import cn.wenzheng.organization.Actor;
import java.time.Instant;

/**
 * What a delivery's process asks for at its steps; kept by room {@code channel}.
 *
 * <p>A try has three parts: {@link #begin} in the transaction that takes it into this node's hand, {@link #call} outside
 * any transaction, {@link #record} in the transaction that moves the process. A try that was begun and never recorded
 * tells whoever comes next that nobody knows what became of it.
 */
public interface DeliveryCalls {

    /** One try in a node's hand. */
    record Attempt(String delivery, long attempt) {}

    /** What became of a try's call; only its maker reads it. */
    interface Made {}

    /** Notes that a node now tries it, before anything leaves. */
    Attempt begin(String delivery, String node);

    /** Calls the platform once, within a hard time; never throws and holds no transaction. */
    Made call(Attempt attempt);

    /** Records what became of it and says how the process goes on. */
    DeliveryVerdict record(Made made);

    /** When it may be tried again. */
    Instant allowedAt(String delivery);

    /** Until when a person should decide about it. */
    Instant decideBy();

    /**
     * Takes a person's decision.
     *
     * @return true when it is to be sent now
     */
    boolean decide(String delivery, DeliveryCommand command, Actor actor);
}
