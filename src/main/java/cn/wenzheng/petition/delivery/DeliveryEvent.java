package cn.wenzheng.petition.delivery;

import java.time.Instant;

/** What has happened to an answer on its way; told inside the transaction in which it happened. */
public sealed interface DeliveryEvent {

    String petition();

    Instant at();

    /** It does not go out by itself: somebody has to decide. */
    record Stuck(String petition, String delivery, DeliveryState state, Instant at) implements DeliveryEvent {}

    /** Somebody has decided about it. */
    record Settled(String petition, String delivery, Instant at) implements DeliveryEvent {}
}
