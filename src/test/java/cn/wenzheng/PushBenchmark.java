package cn.wenzheng;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.budget.BareEngine;
import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.PetitionByHttp;
import cn.wenzheng.budget.SmallCity;
import cn.wenzheng.channel.inbox.WithFakePlatform;
import cn.wenzheng.organization.OrganizationDesk;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * Says how fast platforms are acknowledged while the back office works, and how fast what they brought is begun.
 *
 * <p>No part of the build, since times on a shared machine mean little. Run it with {@code mvn test -Dtest=PushBenchmark
 * -Drate=200 -Dseconds=60}. The disk is waited for; whoever pushes, and whoever works, runs in the same JVM.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "wenzheng.data=target/benchmark",
            "wenzheng.portal.rate-limit=100000",
            "wenzheng.test.fake-platform=true"
        })
@ActiveProfiles("budget")
@Import(WithFakePlatform.class)
class PushBenchmark {

    private static final String SUPERUSER = "postgres";
    private static final int WARM_UP = 300;
    private static final int CLERKS = Integer.getInteger("clerks", 2);
    private static final int BACKLOG = 5000;

    private final int rate = Integer.getInteger("rate", 200);
    private final int seconds = Integer.getInteger("seconds", 60);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private EmbeddedServer server;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient rows;

    @Autowired
    @Qualifier("beginnings.Hand")
    private OneHand beginnings;

    private final AtomicInteger taken = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Test
    void acknowledgesAndDrains(@Autowired OrganizationDesk organization, @Autowired PasswordEncoder passwords)
            throws Exception {
        SmallCity.moveInto(organization, passwords);
        rows.sql("""
                INSERT INTO channel_account (channel, code, unit, name, address, enabled, created_at)
                VALUES ('WECHAT', 'bench', '0000', '问政', 'wx', true, '2026-01-01Z') ON CONFLICT DO NOTHING""").update();
        rows.sql("UPDATE channel_version SET version = version + 1").update();
        while (push("warm-" + UUID.randomUUID()) != 200) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        for (int warm = 0; warm < WARM_UP; warm++) {
            push("warm-" + UUID.randomUUID());
        }
        drain();
        double bare = bareStartsPerSecond();
        System.out.printf("bare engine starts %.1f a second%n", bare);
        load();
        System.out.printf("%d still to begin at the end%n", waiting());
        drain();
        drainBacklog(bare);
        lost();
    }

    /** What has gathered while nothing began: the rate at which it is gone, beside the bare engine's. */
    private void drainBacklog(double bare) throws Exception {
        beginnings.stop();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int message = 0; message < BACKLOG; message++) {
            answers.add(http.sendAsync(request("backlog-" + UUID.randomUUID()), BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode));
            if (answers.size() % 50 == 0) {
                CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                        .join();
            }
        }
        long left = waiting();
        Cpu before = Cpu.now(backend());
        long began = System.nanoTime();
        beginnings.start();
        drain();
        double drained = left / ((System.nanoTime() - began) / 1e9);
        System.out.printf(
                "backlog of %d drained at %.1f a second, %.2f of the bare engine's starts; %s%n",
                left, drained, drained / bare, Cpu.now(backend()).since(before, left));
    }

    /** Everything acknowledged is one petition with one process. */
    private void lost() {
        System.out.printf(
                "acknowledged in this run: %d; petitions %d, items %d, processes %d%n",
                taken.get(),
                rows.sql("SELECT count(*) FROM petition WHERE external_id LIKE ?")
                        .param(run + "-%")
                        .query(Long.class)
                        .single(),
                rows.sql("SELECT count(DISTINCT external_id) FROM inbound_message WHERE external_id LIKE ?")
                        .param(run + "-%")
                        .query(Long.class)
                        .single(),
                rows.sql("""
                        SELECT count(*) FROM act_hi_procinst h JOIN petition p ON p.number = h.business_key_
                        WHERE p.external_id LIKE ? AND h.proc_def_key_ = 'PetitionHandling'""").param(run + "-%").query(Long.class).single());
    }

    private long backend() {
        return rows.sql("SELECT pg_backend_pid()").query(Long.class).single();
    }

    /**
     * Seconds of the processor: of this JVM, of it the threads that push, and of the database.
     *
     * @param seconds of all of the JVM
     */
    private record Cpu(double seconds, double pushing, double database) {

        static Cpu now(long backend) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            double pushing = 0;
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && thread.getThreadName().matches("HttpClient-.*|main")) {
                    pushing += Math.max(0, threads.getThreadCpuTime(thread.getThreadId())) / 1e9;
                }
            }
            double all = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                            .getProcessCpuTime()
                    / 1e9;
            return new Cpu(all, pushing, database(backend));
        }

        /** Of the server and all its backends. */
        private static double database(long backend) {
            return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
                    .flatMap(ProcessHandle::descendants)
                    .flatMap(child -> child.info().totalCpuDuration().stream())
                    .mapToDouble(used -> used.toMillis() / 1e3)
                    .sum();
        }

        String since(Cpu before, long items) {
            return "processor ms each: JVM %.2f, of it pushing %.2f; database %.2f"
                    .formatted(
                            (seconds - before.seconds) * 1e3 / items,
                            (pushing - before.pushing) * 1e3 / items,
                            (database - before.database) * 1e3 / items);
        }
    }

    private void load() throws Exception {
        int all = rate * seconds;
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger steps = new AtomicInteger();
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        CountDownLatch answered = new CountDownLatch(all);
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> clerks = clerks(over, steps);
        List<Long> heap = new ArrayList<>();
        List<HttpRequest> requests = new ArrayList<>();
        for (int message = 0; message < all; message++) {
            requests.add(request(run + "-" + message));
        }
        Cpu before = Cpu.now(backend());
        long start = System.nanoTime();
        for (int message = 0; message < all; message++) {
            long due = start + message * 1_000_000_000L / rate;
            LockSupport.parkNanos(due - System.nanoTime());
            http.sendAsync(requests.get(message), BodyHandlers.discarding()).whenComplete((answer, failed) -> {
                times.add(System.nanoTime() - due);
                if (failed != null || answer.statusCode() != 200) {
                    refused.incrementAndGet();
                } else {
                    taken.incrementAndGet();
                }
                answered.countDown();
            });
            if (message % (rate * 10) == 0) {
                heap.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
            }
        }
        answered.await();
        double took = (System.nanoTime() - start) / 1e9;
        String spent = Cpu.now(backend()).since(before, all);
        over.set(true);
        for (Thread clerk : clerks) {
            clerk.join();
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d pushes in %.1f s, %d not taken, %d steps of clerks; acknowledged: median %d ms, p99 %d ms, longest %d ms;"
                        + " heap %s MB; %s%n",
                all,
                took,
                refused.get(),
                steps.get(),
                sorted[sorted.length / 2] / 1_000_000,
                sorted[sorted.length * 99 / 100] / 1_000_000,
                sorted[sorted.length - 1] / 1_000_000,
                Arrays.toString(heap.toArray()),
                spent);
    }

    /** Each carries petitions through the house with a pause of a fifth of a second between them. */
    private List<Thread> clerks(AtomicBoolean over, AtomicInteger steps) {
        List<Thread> clerks = new ArrayList<>();
        PetitionByHttp city = SmallCity.byHttp(port);
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            Thread thread = new Thread(() -> {
                while (!over.get()) {
                    try {
                        city.carryOne();
                        steps.addAndGet(6);
                        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                }
            });
            thread.start();
            clerks.add(thread);
        }
        return clerks;
    }

    private int push(String id) throws Exception {
        return http.send(request(id), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest request(String id) {
        String body = "{\"id\":\"%s\",\"person\":\"u-%s\",\"name\":\"李明\",\"text\":\"学院路路灯三天不亮。\"}".formatted(id, id);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/channels/wechat/bench?sign=bench"))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private long waiting() {
        return rows.sql("SELECT count(*) FROM petition_to_begin")
                .query(Long.class)
                .single();
    }

    private void drain() {
        while (waiting() > 0) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private double bareStartsPerSecond() throws Exception {
        try (BareEngine bare = BareEngine.start(
                engine,
                "spring.datasource.url=" + bareDatabase(),
                "spring.datasource.username=" + EmbeddedServer.APP,
                StatementBudgetTest.NO_JOBS,
                CountedStatements.COUNTED + "=false")) {
            for (int warm = 0; warm < WARM_UP; warm++) {
                bare.begin();
            }
            int starts = 1500;
            AtomicInteger left = new AtomicInteger(starts);
            List<Thread> people = new ArrayList<>();
            long began = System.nanoTime();
            for (int person = 0; person < 4; person++) {
                Thread thread = new Thread(() -> {
                    while (left.getAndDecrement() > 0) {
                        bare.begin();
                    }
                });
                thread.start();
                people.add(thread);
            }
            for (Thread person : people) {
                person.join();
            }
            return starts / ((System.nanoTime() - began) / 1e9);
        }
    }

    /** A second database on the same server, so that both wait for the same disk. */
    private String bareDatabase() throws Exception {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), SUPERUSER, "");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS bare");
            statement.execute("CREATE DATABASE bare OWNER " + EmbeddedServer.OWNER);
        }
        String url = server.jdbcUrl().replaceFirst("/[^/]*$", "/bare");
        Migrations.configure(Flyway.configure().dataSource(url, EmbeddedServer.OWNER, ""), EmbeddedServer.APP)
                .load()
                .migrate();
        return url;
    }
}
