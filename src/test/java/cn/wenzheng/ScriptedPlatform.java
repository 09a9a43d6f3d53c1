package cn.wenzheng;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A platform that answers as a test tells it, and keeps what it was sent. */
final class ScriptedPlatform implements AutoCloseable {

    /** The word after which a call is not answered until the test lets go. */
    static final String HOLD = "hold";

    private final HttpServer server;
    private final Queue<String> script = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch letGo = new CountDownLatch(1);

    /** One call: {@code say} or {@code look}, and what came with it. */
    record Call(String what, String key, String means, boolean again, String words) {}

    ScriptedPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the next calls hear; without a script they are sent. */
    void answers(String... words) {
        script.addAll(Arrays.asList(words));
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<String> said() {
        return calls.stream()
                .filter(call -> call.what().equals("say"))
                .map(Call::words)
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        calls.add(new Call(
                exchange.getRequestURI().getPath().substring(1),
                query.get("key"),
                query.get("means"),
                Boolean.parseBoolean(query.get("again")),
                query.get("words")));
        String answer = script.poll();
        if (HOLD.equals(answer)) {
            hold();
        }
        byte[] body = (answer == null ? "sent p" + calls.size() : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void hold() {
        try {
            letGo.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    void letsGo() {
        letGo.countDown();
    }

    @Override
    public void close() {
        letsGo();
        server.stop(0);
    }
}
