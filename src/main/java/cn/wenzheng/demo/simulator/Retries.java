package cn.wenzheng.demo.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often platforms try again. */
enum Retries {
    ONCE(List.of()),
    /** Three tries, five seconds apart (Weibo, WeChat, the Alipay life account where it is switched on). */
    THREE_TIMES(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5))),
    /** Eight within 25 hours (Alipay's standard messages). */
    FOR_A_DAY(List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15))),
    /** The schedule of Standard Webhooks. */
    WEBHOOK(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    private final List<Duration> waits;

    Retries(List<Duration> waits) {
        this.waits = waits;
    }

    Optional<Duration> after(int tries) {
        return tries >= 1 && tries <= waits.size() ? Optional.of(waits.get(tries - 1)) : Optional.empty();
    }
}
