package cn.wenzheng.channel.outbox;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a mail is answered by itself.
 *
 * @param autoReplyCap how many such answers one sender gets in a day, so that two machines do not write to each other for ever
 * @param receipt the words; {0} is the petition's number
 */
@Validated
@ConfigurationProperties("wenzheng.channels.email")
record ReceiptSettings(
        @DefaultValue("3") @Min(0) int autoReplyCap,
        @NotBlank String receipt) {}
