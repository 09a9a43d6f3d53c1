package cn.wenzheng.triage.model;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the house learns.
 *
 * @param coldStart whether it learns from the product's own samples at its first start
 * @param most how many of the city's latest decisions it learns from; more cost memory and seconds
 */
@Validated
@ConfigurationProperties("wenzheng.triage.model")
record ModelSettings(
        @DefaultValue("true") boolean coldStart,
        @DefaultValue("10000") @Min(100) int most) {}
