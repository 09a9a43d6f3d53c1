package cn.wenzheng.demo;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves the demo city's clock forward, for everybody and for good. */
@Component
@Profile("demo")
class DemoTime {

    /** The farthest the demo city may be ahead of real time; a year and a festival show every rule. */
    static final Duration FARTHEST = Duration.ofDays(400);

    private final DemoClock clock;
    private final DemoRows rows;
    private final Journal journal;
    private final TransactionTemplate transaction;

    DemoTime(DemoClock clock, DemoRows rows, Journal journal, TransactionTemplate transaction) {
        this.clock = clock;
        this.rows = rows;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** The clock itself; it stands before the engine starts, so that a restart finds the city's own time. */
    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    static class ClockConfiguration {

        @Bean
        DemoClock clock(@Value("${wenzheng.zone}") ZoneId zone, DemoRows rows) {
            return new DemoClock(zone, rows.ahead());
        }
    }

    /**
     * Moves the clock and says what time it is then.
     *
     * @param advance an ISO-8601 duration of days, hours, minutes and seconds, for example {@code PT26H}
     */
    synchronized Instant advance(@Nullable String advance, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
        Duration step = stepOf(Limits.required("advance", advance, 40));
        clock.set(transaction.execute(status -> move(step, actor)));
        return clock.instant();
    }

    /** Takes over how far another node has moved the clock. */
    synchronized void follow() {
        clock.set(rows.ahead());
    }

    private Duration move(Duration step, Actor actor) {
        Duration before = rows.aheadForChange();
        Duration after = before.plus(step);
        if (after.compareTo(FARTHEST) > 0) {
            throw Refusal.invalid("advance", "advance-too-far", FARTHEST.toDays());
        }
        rows.setAhead(after);
        journal.done(
                actor,
                "demo-clock-advanced",
                null,
                Map.of("ahead", before.toString()),
                Map.of("ahead", after.toString()));
        return after;
    }

    private static Duration stepOf(String advance) {
        Duration step;
        try {
            step = Duration.parse(advance);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid("advance", "advance-malformed");
        }
        if (step.compareTo(FARTHEST) > 0) {
            throw Refusal.invalid("advance", "advance-too-far", FARTHEST.toDays());
        }
        if (step.toMillis() <= 0) {
            throw Refusal.invalid("advance", "advance-not-forward");
        }
        return step;
    }
}
