package cn.wenzheng.channel.account;

import cn.wenzheng.petition.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands in the table, without its secrets.
 *
 * @param enabled switched on, by itself and with its channel
 * @param channelOff true while its whole channel is switched off
 * @param paused why it waits; null while the platform lets it in
 * @param states how it is now
 * @param health its signs of life
 */
public record KeptAccount(
        long id,
        Channel channel,
        String code,
        String unit,
        String name,
        String address,
        Map<String, String> settings,
        boolean enabled,
        boolean channelOff,
        @Nullable String paused,
        @Nullable Instant tokenExpiresAt,
        Instant createdAt,
        List<AccountState> states,
        Health health) {

    /**
     * Signs of life.
     *
     * @param itemAt when the newest item of a citizen came in
     * @param silentSince that, or the beginning of an account that has never had one
     * @param forged requests with a wrong signature
     * @param leftOut items that could not be taken in; their words are kept
     * @param trouble code of what went wrong last, while nothing has gone well since
     * @param used calls within the present window of its quota
     */
    public record Health(
            @Nullable Instant pushedAt,
            @Nullable Instant polledAt,
            @Nullable Instant itemAt,
            Instant silentSince,
            @Nullable Instant sentAt,
            long forged,
            long leftOut,
            @Nullable String trouble,
            @Nullable Instant troubleAt,
            int used,
            @Nullable Integer most) {}

    public boolean takesPart() {
        return enabled && !channelOff;
    }
}
