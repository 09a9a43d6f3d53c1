package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForgettingTest {

    private final Simulation city = new Simulation();

    @Test
    void whatIsOlderThanSixtyDaysIsForgotten() {
        city.clock.shows("2026-03-10 10:00");
        Post old = city.says(Platform.WEIBO, "laowang", "message", "路灯坏了");
        city.tokens.give(Platform.WEIBO, "t", Registry.CITY, null);
        city.tells(old, "已经受理");
        city.passes(Duration.ofDays(60).plusSeconds(1));
        city.says(Platform.WEIBO, "xiaowang", "message", "停水了");

        new Forgetting(city.jdbc, city.clock).forget();

        assertThat(city.jdbc
                        .sql("SELECT text FROM simulated_post")
                        .query(String.class)
                        .list())
                .containsExactly("停水了");
        assertThat(city.jdbc
                        .sql("SELECT count(*) FROM simulated_reply")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
