package cn.wenzheng;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says what accounts cost a node on which nothing happens: the processor time of an idle minute, first with the demo city's
 * accounts alone and then with thousands more on every channel.
 *
 * <p>No part of the build, since times on a shared machine mean little. Run it with {@code mvn test
 * -Dtest=AccountsBenchmark -Daccounts=3000 -Dseconds=60}.
 */
@WithDatabase
@ActiveProfiles("demo")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccountsBenchmark {

    private final int accounts = Integer.getInteger("accounts", 3000);
    private final int seconds = Integer.getInteger("seconds", 60);

    @Autowired
    private JdbcClient jdbc;

    @Test
    void measuresAnIdleMinute() throws InterruptedException {
        pass(Duration.ofSeconds(20));
        say("with the demo city's accounts", idle());
        jdbc.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                SELECT (ARRAY['WEIBO', 'WECHAT', 'ALIPAY', 'EMAIL', 'WEBHOOK'])[1 + n % 5], 'many-' || n, '0000',
                       '账号' || n, n::text, true, '2026-01-01'
                FROM generate_series(1, ?) n""").param(accounts).update();
        jdbc.sql("UPDATE channel_version SET version = version + 1").update();
        pass(Duration.ofSeconds(20));
        say("with " + accounts + " accounts more", idle());
    }

    private double idle() throws InterruptedException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        pass(Duration.ofSeconds(seconds));
        return (system.getProcessCpuTime() - before)
                / (double) Duration.ofSeconds(seconds).toNanos();
    }

    private static void pass(Duration time) throws InterruptedException {
        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void say(String what, double share) {
        System.out.printf(Locale.ROOT, "idle node %s: %.2f %% of one core%n", what, share * 100);
    }
}
