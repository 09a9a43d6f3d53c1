package cn.wenzheng.access.login;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much trying a login bears.
 *
 * @param accountAttempts wrong passwords for one account before it rests
 * @param addressAttempts wrong logins from one address, whatever the accounts, before it rests; an office shares one
 * @param pause how long it rests after the last of them
 */
@Validated
@ConfigurationProperties("wenzheng.access")
record AccessSettings(
        @Min(1) @DefaultValue("10") int accountAttempts,
        @Min(1) @DefaultValue("50") int addressAttempts,
        @DurationMin(seconds = 1) @DefaultValue("15m") Duration pause) {}
