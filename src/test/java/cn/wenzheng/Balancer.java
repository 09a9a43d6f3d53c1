package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A citizen behind a balancer: asks one ready node after the other and keeps connections, as a proxy does. */
final class Balancer implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final List<Integer> ready = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(3);

    Balancer(NodeInItsOwnProgram... nodes) {
        for (NodeInItsOwnProgram node : nodes) {
            add(node);
        }
        hands.scheduleWithFixedDelay(this::look, 0, 200, TimeUnit.MILLISECONDS);
        hands.scheduleWithFixedDelay(this::ask, 300, 10, TimeUnit.MILLISECONDS);
        hands.scheduleWithFixedDelay(this::ask, 305, 10, TimeUnit.MILLISECONDS);
    }

    void add(NodeInItsOwnProgram node) {
        ports.add(node.port());
    }

    private void look() {
        for (int port : ports) {
            boolean up = status(port, "/actuator/health/readiness") == 200;
            if (up && !ready.contains(port)) {
                ready.add(port);
            } else if (!up) {
                ready.remove((Integer) port);
            }
        }
    }

    private void ask() {
        List<Integer> now = List.copyOf(ready);
        if (now.isEmpty()) {
            failures.add("no node is ready");
            return;
        }
        int port = now.get(answers.get() % now.size());
        int status = status(port, "/track");
        if (status != 200) {
            failures.add(port + " answered " + status);
        }
        answers.incrementAndGet();
    }

    private int status(int port, String path) {
        try {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException broken) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    void awaitAnswers(int more) {
        int wanted = answers.get() + more;
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(answers.get()).isGreaterThanOrEqualTo(wanted));
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
