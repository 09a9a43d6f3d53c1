package cn.wenzheng.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long notices stay and how often they go by e-mail.
 *
 * @param digestEvery the least time between two e-mails to one person; what is urgent waits a minute at most
 * @param sender the address the e-mails come from; needed where {@code spring.mail.host} is set
 * @param keep how long a notice stays in the list
 */
@Validated
@ConfigurationProperties("wenzheng.notice")
record NoticeSettings(
        @DefaultValue("30m") @NotNull @DurationMin(minutes = 1)
        Duration digestEvery,

        @Nullable String sender,

        @DefaultValue("180d") @NotNull @DurationMin(days = 1)
        Duration keep) {}
