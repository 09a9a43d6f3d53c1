package cn.wenzheng.channel;

import java.time.Instant;

/** Takes events for other systems on their way; kept in the caller's transaction, sent after it. */
public interface Outbox {

    /**
     * Sends an event to one account of channel webhook.
     *
     * @param key names the event: the same key is sent once to each account
     * @param type for example {@code petition.answered}
     * @param body the JSON that is sent, byte for byte
     */
    void event(long account, String petition, String key, String type, String body, Instant at);
}
