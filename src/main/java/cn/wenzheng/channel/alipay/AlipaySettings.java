package cn.wenzheng.channel.alipay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What Alipay has not said and the city may have to correct.
 *
 * @param chatWindow how long after a citizen's chat message he may be written to
 */
@Validated
@ConfigurationProperties("wenzheng.channels.alipay")
record AlipaySettings(
        @DefaultValue("48h") Duration chatWindow,
        @DefaultValue LifeAccount lifeAccount) {

    /**
     * The older way in, which Alipay does not develop any more.
     *
     * @param enabled whether chat messages are taken; the address is verified either way
     * @param ack what a push is answered: a signed {@code xml}, or the word {@code success}
     */
    record LifeAccount(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("XML") Ack ack) {}

    enum Ack {
        XML,
        SUCCESS
    }
}
