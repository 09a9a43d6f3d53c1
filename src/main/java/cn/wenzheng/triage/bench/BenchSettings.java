package cn.wenzheng.triage.bench;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far the bench trusts a suggestion, and how long it keeps a petition for somebody.
 *
 * @param threshold from which certainty on a topic and a unit are chosen beforehand; below it the operator is asked
 * @param lapse how long after a tab's last sign of life its petitions go to others
 * @param putOff how long a petition that was put off stays away from who did it
 */
@Validated
@ConfigurationProperties("wenzheng.bench")
record BenchSettings(
        @DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1")
        double threshold,

        @DefaultValue("60s") @NotNull @DurationMin(seconds = 5)
        Duration lapse,

        @DefaultValue("15m") @NotNull @DurationMin(minutes = 1)
        Duration putOff) {}
