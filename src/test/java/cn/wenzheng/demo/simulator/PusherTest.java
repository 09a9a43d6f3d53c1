package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Platforms tell until they are heard, as often as each of them does. */
class PusherTest {

    private final Simulation city = new Simulation();
    private final List<String> queries = Collections.synchronizedList(new ArrayList<>());
    private final Pusher pusher = new Pusher(
            city.pushes,
            city.posts,
            city.wire,
            List.of(
                    new WeiboCaller(city.registry, city.behaviours, city.clock),
                    new WechatCaller(city.registry, city.behaviours, city.gallery, city.clock)));
    private HttpServer product;
    private int status = 500;
    private String answer = "";

    @BeforeEach
    void theProductListens() throws IOException {
        product = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        product.createContext("/channels", exchange -> {
            queries.add(exchange.getRequestURI().toString());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        product.start();
        city.environment.setProperty(
                "local.server.port", String.valueOf(product.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        product.stop(0);
    }

    @Test
    void threeTriesFiveSecondsApartAndThenItIsGone() {
        Post post = said(Platform.WEIBO);

        assertThat(pusher.push(null)).isTrue();
        assertThat(pusher.push(null)).as("not before five seconds").isFalse();
        city.passes(Duration.ofSeconds(5));
        assertThat(pusher.push(null)).isTrue();
        city.passes(Duration.ofSeconds(5));
        assertThat(pusher.push(null)).isTrue();
        city.passes(Duration.ofHours(1));
        assertThat(pusher.push(null)).isFalse();
        assertThat(queries).hasSize(3).doesNotHaveDuplicates();
        assertThat(state(post)).isEqualTo(new Pushes.State("gave-up", 3, "500"));
    }

    @Test
    void weiboTakesOnlyAnEmptyAnswerForReceived() {
        Post post = said(Platform.WEIBO);
        status = 200;
        answer = "{}";
        pusher.push(null);
        assertThat(state(post).state()).isEqualTo("waiting");
        answer = "";
        city.passes(Duration.ofSeconds(5));
        pusher.push(null);
        assertThat(state(post)).isEqualTo(new Pushes.State("done", 2, "200"));
    }

    @Test
    void wechatTakesSuccess() {
        Post post = said(Platform.WECHAT);
        status = 200;
        answer = "success";
        pusher.push(null);

        assertThat(state(post).state()).isEqualTo("done");
        assertThat(queries.get(0))
                .startsWith("/channels/wechat/wenzheng?signature=")
                .contains("encrypt_type=aes");
    }

    @Test
    void whatOneNodeHoldsTheOtherTakesOnlyAfterItsDeath() {
        said(Platform.WEIBO);

        assertThat(city.pushes.claim(null)).isPresent();
        assertThat(city.pushes.claim(null)).isEmpty();
        city.passes(Duration.ofSeconds(16));
        assertThat(city.pushes.claim(null)).isPresent();
    }

    @Test
    void aTripleThatIsRepeatedIsTheSameAtEveryTry() {
        city.behaviours.set(Platform.WEIBO, Switch.SAME_NONCE, "true");
        said(Platform.WEIBO);
        pusher.push(null);
        city.passes(Duration.ofSeconds(5));
        pusher.push(null);

        assertThat(queries).hasSize(2);
        assertThat(queries.get(0)).isEqualTo(queries.get(1));
    }

    @Test
    void theSecondOvertakesTheFirstWhereOrderIsMixedUp() {
        Post first = said(Platform.WEIBO);
        Post second = said(Platform.WEIBO);
        city.behaviours.set(Platform.WEIBO, Switch.REORDER, "true");

        assertThat(city.pushes.claim(null).orElseThrow().post()).isEqualTo(second.id());
        assertThat(city.pushes.claim(null).orElseThrow().post()).isEqualTo(first.id());
    }

    private Post said(Platform platform) {
        Post post = city.says(platform, "u1", "message", "路灯坏了");
        city.pushes.add(post.id(), city.clock.instant());
        return post;
    }

    private Pushes.State state(Post post) {
        return city.pushes.of(List.of(post.id())).get(post.id());
    }

    @Test
    void theSchedulesAreThoseOfTheDocuments() {
        assertThat(total(Retries.FOR_A_DAY)).isEqualTo(Duration.ofMinutes(1462));
        assertThat(total(Retries.WEBHOOK))
                .isEqualTo(Duration.ofSeconds(5).plusMinutes(35).plusHours(75));
        assertThat(Retries.ONCE.after(1)).isEmpty();
    }

    private static Duration total(Retries retries) {
        Duration total = Duration.ZERO;
        for (int tries = 1; retries.after(tries).isPresent(); tries++) {
            total = total.plus(retries.after(tries).get());
        }
        return total;
    }
}
