package cn.wenzheng.channel;

import java.util.List;

/**
 * What a push brought, and what the platform is to hear.
 *
 * @param ack sent after the items are committed; also for what was there before
 * @param failure sent when they could not be committed, so that the platform tries again
 * @param verdict whether the request proved who it is from
 */
public record Arrival(List<Inbound> items, Ack ack, Ack failure, Verdict verdict) {

    public enum Verdict {
        /** Genuine; it may still bring nothing. */
        GENUINE,
        /** Not proved: answered, counted, and nothing of it is kept. */
        REFUSED
    }

    public static Arrival of(List<Inbound> items, Ack ack, Ack failure) {
        return new Arrival(items, ack, failure, Verdict.GENUINE);
    }

    /** Genuine and without anything for the city: a verification, an unknown type. */
    public static Arrival nothing(Ack ack) {
        return new Arrival(List.of(), ack, ack, Verdict.GENUINE);
    }

    public static Arrival refused(Ack ack) {
        return new Arrival(List.of(), ack, ack, Verdict.REFUSED);
    }
}
