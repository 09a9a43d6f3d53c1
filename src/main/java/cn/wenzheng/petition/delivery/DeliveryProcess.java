package cn.wenzheng.petition.delivery;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.Channel;

/** The small process that carries one answer out; kept by room {@code process}. */
public interface DeliveryProcess {

    /**
     * What the process of a delivery begins with.
     *
     * @param channel where it goes: a platform that does not answer holds up no other's
     */
    record Outset(String delivery, String petition, Channel channel, Precedence precedence) {}

    /**
     * Starts the process of a delivery whose turn it is, in the caller's transaction.
     *
     * @param textClear false when a person has to clear its public text first
     * @return the instance's id, by which it is found again
     */
    String begin(Outset outset, boolean textClear);

    /** As {@link #begin} with clear text, for what may not go yet: it first waits for {@link DeliveryCalls#allowedAt}. */
    String beginLater(Outset outset);

    /** Ends it at once, wherever it waits. */
    void cancel(String instance);

    /**
     * Has it tried now: what failed for good begins its tries anew, what waits for an instant waits no more.
     *
     * @return false when it stands where only a decision helps
     */
    boolean tryNow(String instance);

    /**
     * Ends a task of the delivery with a decision; the task's listener takes it to {@link DeliveryCalls}.
     *
     * @return false when it does not stand at that task for this actor; nothing has changed then
     */
    boolean complete(String instance, DeliveryTask task, DeliveryCommand command, Actor actor);
}
