package cn.wenzheng.channel.email;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How mailboxes are read.
 *
 * @param every how often a mailbox is looked into
 * @param most the largest mail that is read; of a larger one only its head is
 * @param parts how many parts of a mail are looked at
 * @param depth how deep mails and parts may stand in each other
 * @param attachments how many files of a mail are kept
 */
@Validated
@ConfigurationProperties("wenzheng.channels.email")
record EmailSettings(
        @DefaultValue("1m") Duration every,
        @DefaultValue("25MB") DataSize most,
        @DefaultValue("500") @Min(1) int parts,
        @DefaultValue("8") @Min(1) @Max(50) int depth,
        @DefaultValue("20") @Min(0) int attachments) {}
