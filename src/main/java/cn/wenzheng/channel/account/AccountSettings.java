package cn.wenzheng.channel.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are kept.
 *
 * @param key seals secrets: 32 random bytes in base64; the demo city makes its own
 * @param earlierKey the key before it, while what it has sealed is sealed anew
 * @param secretOverlap how long an earlier secret goes on proving requests after a new one is set
 * @param tokenAlarm how long before its end a token is told
 * @param silentAfter without anything from a citizen for so long, an account is silent
 */
@ConfigurationProperties("wenzheng.channels")
record AccountSettings(
        @Nullable String key,
        @Nullable String earlierKey,
        @DefaultValue("24h") Duration secretOverlap,
        @DefaultValue("7d") Duration tokenAlarm,
        @DefaultValue("14d") Duration silentAfter) {}
