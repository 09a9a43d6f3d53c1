package cn.wenzheng.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** A call says whether something has left: only what has not may be repeated without a thought. */
class PlatformHttpTest {

    private final PlatformHttp http = new PlatformHttp();

    @Test
    void nothingHasLeftWhereNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        for (String address : new String[] {"http://127.0.0.1:" + free + "/x", "http://nowhere.invalid/x"}) {
            assertThatExceptionOfType(PlatformHttp.NotWritten.class).isThrownBy(() -> post(address));
        }
    }

    @Test
    void whatWasWrittenAndNotAnsweredIsUnknown() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> exchange.close());
        server.start();
        try {
            assertThatExceptionOfType(PlatformHttp.NoAnswer.class)
                    .isThrownBy(
                            () -> post("http://127.0.0.1:" + server.getAddress().getPort() + "/x"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(post("http://127.0.0.1:" + server.getAddress().getPort() + "/x")
                            .status())
                    .isEqualTo(302);
        } finally {
            server.stop(0);
        }
    }

    private PlatformHttp.Answer post(String address) {
        return http.call(HttpMethod.POST, URI.create(address), Map.of("Content-Type", "text/plain"), new byte[] {1});
    }
}
