package cn.wenzheng.channel.inbox;

import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.PullIntake.Page;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Channel;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says what the memory holds while a post with very many comments is read, and how fast that goes.
 *
 * <p>No part of the build. Run it with {@code mvn test -Dtest=CommentsBenchmark -Dcomments=50000}. The memory is looked at
 * after the garbage is collected.
 */
@SpringBootTest(properties = {"wenzheng.data=target/benchmark", "wenzheng.test.fake-platform=true"})
@ActiveProfiles("budget")
@Import(WithFakePlatform.class)
class CommentsBenchmark {

    /** What Weibo tells at once at most. */
    private static final int PAGE = 200;

    private final int comments = Integer.getInteger("comments", 50_000);
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private FakePlatform platform;

    @Autowired
    private CursorRows cursors;

    @Autowired
    private Reading reading;

    @Autowired
    private PollWorker polls;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient rows;

    @Test
    void readsAPostWithVeryManyComments(
            @Autowired OrganizationDesk organization, @Autowired PasswordEncoder passwords) {
        SmallCity.moveInto(organization, passwords);
        polls.stop();
        Account account = account();
        platform.endless = this::page;
        cursors.plan(account.id(), List.of("mentions"), Instant.EPOCH);
        List<Long> heap = new ArrayList<>(List.of(heap()));
        long began = System.nanoTime();
        int pages = 0;
        boolean more = true;
        while (more) {
            Optional<CursorRows.Held> held = cursors.claim(Instant.now());
            held.ifPresent(due -> reading.page(due, account, platform));
            more = held.isPresent();
            pages++;
            if (pages % 50 == 0) {
                heap.add(heap());
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d comments in %d pages, %d petitions, %.0f a second; heap after collection %s MB%n",
                comments,
                pages - 1,
                rows.sql("SELECT count(*) FROM petition WHERE external_id LIKE ?")
                        .param(run + "-%")
                        .query(Long.class)
                        .single(),
                comments / took,
                heap);
    }

    private Account account() {
        rows.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                VALUES ('WECHAT', 'polled', '0000', '问政', 'wx', true, '2026-01-01Z') ON CONFLICT DO NOTHING""").update();
        rows.sql("UPDATE channel_version SET version = version + 1").update();
        rows.sql("DELETE FROM channel_cursor").update();
        Optional<Account> known = accounts.find(Channel.WECHAT, "polled");
        while (known.isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            known = accounts.find(Channel.WECHAT, "polled");
        }
        return known.get();
    }

    private Page page(@Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(comments, from + PAGE);
        return new Page(
                IntStream.range(from, to).mapToObj(this::comment).toList(), String.valueOf(to), to < comments, 1, null);
    }

    private Inbound comment(int one) {
        String id = run + "-" + one;
        return platform.found(Map.of(
                "id",
                id,
                "person",
                "u-" + id,
                "key",
                "s:post:" + id,
                "text",
                "学院路九号门前的路灯已经三天不亮了，老人晚上出门很不方便，请尽快派人修理。",
                "public",
                true,
                "post",
                "post",
                "comment",
                id));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
