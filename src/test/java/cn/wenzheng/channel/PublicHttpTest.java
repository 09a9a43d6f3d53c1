package cn.wenzheng.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** A stranger's address leads out into the world or nowhere. */
class PublicHttpTest {

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            if (moved) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1/elsewhere");
            }
            byte[] answer = "picture".getBytes();
            exchange.sendResponseHeaders(moved ? 302 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "192.0.0.192",
                "198.18.0.1",
                "[::1]",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[::]",
                "localhost",
                "2130706433",
                "0x7f.1"
            })
    void nothingInsideIsCalled(String host) {
        PublicHttp http = new PublicHttp(new PlatformHttp(), address -> false, PublicAddress::of);
        URI address = URI.create("http://" + host + ":" + port() + "/");
        assertThatThrownBy(() -> get(http, address))
                .isInstanceOfAny(PublicHttp.Forbidden.class, PlatformHttp.NotWritten.class);
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/a", "http://name:word@example.org/", "/a", "http:a"})
    void onlyTheWebIsCalled(String address) {
        PublicHttp http = new PublicHttp(new PlatformHttp(), ours -> false, PublicAddress::of);
        assertThatThrownBy(() -> get(http, URI.create(address))).isInstanceOf(PublicHttp.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "114.114.114.114", "2400:3200::1"})
    void theWorldIsPublic(String host) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(host))).isTrue();
    }

    @Test
    void aNameIsAskedForOnceAndTheCallGoesThere() {
        AtomicInteger asked = new AtomicInteger();
        PublicHttp http = new PublicHttp(new PlatformHttp(), ours -> false, name -> {
            assertThat(asked.incrementAndGet())
                    .as("a second question could lead inside")
                    .isOne();
            return InetAddress.getAllByName("127.0.0.1");
        });
        assertThat(get(http, URI.create("http://pictures.example:" + port() + "/a.jpg"))
                        .body())
                .isEqualTo("picture".getBytes());
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        PublicHttp http = new PublicHttp(new PlatformHttp(), ours -> false, InetAddress::getAllByName);
        assertThat(get(http, URI.create("http://127.0.0.1:" + port() + "/moved"))
                        .status())
                .isEqualTo(302);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anAnswerThatIsTooLongIsNone() {
        PublicHttp http = new PublicHttp(new PlatformHttp(), ours -> false, InetAddress::getAllByName);
        URI address = URI.create("http://127.0.0.1:" + port() + "/");
        assertThatThrownBy(() -> http.call(HttpMethod.GET, address, Map.of(), new byte[0], 6))
                .isInstanceOf(PlatformHttp.NoAnswer.class);
    }

    private static PlatformHttp.Answer get(PublicHttp http, URI address) {
        return http.call(HttpMethod.GET, address, Map.of(), new byte[0], 1000);
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
