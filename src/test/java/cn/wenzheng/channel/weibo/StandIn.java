package cn.wenzheng.channel.weibo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stands in for Weibo's open interface: whatever it is told to answer, and what it was asked. */
final class StandIn implements AutoCloseable {

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<Function<Asked, Answer>> answers = new AtomicReference<>(one -> json("{}"));

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    record Asked(String method, String path, Map<String, String> query, Map<String, String> form, String body) {

        long number(String name, long otherwise) {
            return query.containsKey(name) ? Long.parseLong(query.get(name)) : otherwise;
        }
    }

    record Answer(int status, String type, byte[] body) {}

    static Answer json(String body) {
        return new Answer(200, "application/json;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** An error with its code as a string, as the documents show it. */
    static Answer error(int code) {
        String body = "{\"request\":\"/2/x\",\"error_code\":\"%d\",\"error\":\"words\"}".formatted(code);
        return new Answer(400, "application/json;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** No answer: the connection ends. */
    static Answer silence() {
        return new Answer(0, "", new byte[0]);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(Function<Asked, Answer> how) {
        answers.set(how);
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked one = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                pairs(exchange.getRequestURI().getRawQuery()),
                pairs(body),
                body);
        asked.add(one);
        Answer answer = answers.get().apply(one);
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private static Map<String, String> pairs(String encoded) {
        return Stream.of(encoded == null ? "" : encoded)
                .flatMap(all -> Stream.of(all.split("&")))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
