package cn.wenzheng.channel.inbox;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the post office works.
 *
 * @param rawRetention how long a request is kept as it came in, sealed
 * @param callbacksAtOnce how many transactions of callbacks may be under way at the same time, each for all callbacks that have
 *     come within the same moment; the other connections stay with the people at work
 * @param callbackPatience how long a callback waits to be committed before the platform is asked to come again
 * @param sourceLook how often a public post of an open petition is looked for
 * @param mediaTries how often a picture is asked for before it is given up
 */
@Validated
@ConfigurationProperties("wenzheng.channels.inbox")
record InboxSettings(
        @DefaultValue("P7D") Duration rawRetention,
        @DefaultValue("2") @Min(1) int callbacksAtOnce,
        @DefaultValue("PT4S") Duration callbackPatience,
        @DefaultValue("P1D") Duration sourceLook,
        @DefaultValue("8") @Min(1) int mediaTries) {}
