package cn.wenzheng.petition.delivery;

import java.time.Duration;

/** How a delivery's process goes on after a try. */
public sealed interface DeliveryVerdict {

    /** All of it is out. */
    record Sent() implements DeliveryVerdict {}

    /**
     * Not a failure: it goes on at the instant that {@link DeliveryCalls#allowedAt} tells.
     *
     * @param textClear false when it goes on in public and a person has to clear the words first
     */
    record Later(boolean textClear) implements DeliveryVerdict {}

    /**
     * A technical failure.
     *
     * @param code what failed, a code
     * @param triesLeft none left: a person has to look
     * @param pause until the next try
     */
    record Failed(String code, int triesLeft, Duration pause) implements DeliveryVerdict {}

    /** No way is left on this channel. */
    record Undeliverable() implements DeliveryVerdict {}

    /** It has left, nobody knows whether it arrived, and it may not be sent again by itself. */
    record FateUnknown() implements DeliveryVerdict {}

    /** Somebody has ended it meanwhile. */
    record Over() implements DeliveryVerdict {}
}
