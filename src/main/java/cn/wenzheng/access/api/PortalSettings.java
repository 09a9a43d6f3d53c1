package cn.wenzheng.access.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the public doors bear.
 *
 * @param rateLimit petitions a minute that one address may file without a login
 */
@Validated
@ConfigurationProperties("wenzheng.portal")
record PortalSettings(
        @Min(1) @Max(100_000) @DefaultValue("20") int rateLimit) {}
