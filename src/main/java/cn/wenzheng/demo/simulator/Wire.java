package cn.wenzheng.demo.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The network between the platforms and the product: real HTTP to this node's own address. */
@Simulated("simulatedWire")
class Wire {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** What platforms wait for an answer at most. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Environment environment;

    Wire(Environment environment) {
        this.environment = environment;
    }

    /** What the product answered. */
    record Answer(int status, byte[] body) {}

    /** The product's address; empty while this node does not listen. */
    Optional<String> address() {
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> "http://127.0.0.1:" + port);
    }

    static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    /** One call; empty when there was no whole answer in time. */
    Optional<Answer> call(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(new Answer(answer.statusCode(), answer.body()));
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
