package cn.wenzheng.channel.weibo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.channel.SourceProbe.State;
import cn.wenzheng.channel.SourceRef;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a post is still there, and its pictures and recordings. */
class WeiboSourceTest {

    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};

    private final StandIn weibo = new StandIn();
    private final Account account = Weibo.at(weibo);
    private final WeiboSettings settings = Weibo.settings();
    private final PlatformHttp http = new PlatformHttp();
    private final WeiboApi api = new WeiboApi(http, settings);
    private final WeiboProbe probe = new WeiboProbe(api, Weibo.CLOCK);
    private final WeiboMedia media = new WeiboMedia(api, http, settings, Weibo.CLOCK);

    @AfterEach
    void close() {
        weibo.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":4912,\"text\":\"路灯\",\"visible\":{\"type\":0}} | PRESENT",
                "{\"id\":4912,\"text\":\"路灯\"} | PRESENT",
                "{\"id\":4912,\"visible\":{\"type\":1}} | HIDDEN",
                "{\"id\":4912,\"deleted\":\"1\"} | DELETED",
                "{\"request\":\"x\",\"error_code\":20101} | DELETED",
                "{\"error_code\":\"20101\"} | DELETED",
                "{\"error_code\":\"10023\"} | UNKNOWN",
                "{\"error_code\":\"21327\"} | UNKNOWN",
                "{} | UNKNOWN",
                "<html> | UNKNOWN"
            })
    void w23SeesWhetherAPostIsStillThere(String answer, State state) {
        weibo.answers(asked -> StandIn.json(answer));

        assertThat(probe.check(new SourceRef("4912", null, null), account)).isEqualTo(state);
        assertThat(weibo.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/2/statuses/show.json");
            assertThat(asked.query()).containsEntry("id", "4912");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"comments\":[{\"id\":71}]} | PRESENT",
                "{\"comments\":[{\"id\":70}]} | HIDDEN",
                "{\"comments\":[]} | HIDDEN",
                "{\"error_code\":20101} | DELETED",
                "{} | UNKNOWN"
            })
    void w23SeesWhetherACommentIsStillThere(String answer, State state) {
        weibo.answers(asked -> StandIn.json(answer));

        assertThat(probe.check(new SourceRef("4912", "71", null), account)).isEqualTo(state);
        assertThat(weibo.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.query())
                        .containsEntry("id", "4912")
                        .containsEntry("max_id", "71")
                        .containsEntry("count", "1"));
    }

    @Test
    void fetchesAFileByItsId() throws Exception {
        weibo.answers(asked -> new StandIn.Answer(200, "image/jpeg", PICTURE));

        assertThat(media.fetch(file("821804469"), account).orElseThrow().readAllBytes())
                .isEqualTo(PICTURE);
        assertThat(weibo.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/upload/2/mss/msget");
            assertThat(asked.query()).isEqualTo(Map.of("access_token", "2.00token", "fid", "821804469"));
        });
    }

    @Test
    void aFileThatIsGoneIsGone() {
        weibo.answers(asked -> new StandIn.Answer(404, "text/html", "<html>".getBytes()));
        assertThat(media.fetch(file("1"), account)).isEmpty();

        weibo.answers(asked -> StandIn.error(20101));
        assertThat(media.fetch(file("1"), account)).isEmpty();
    }

    @Test
    void aFileThatCannotBeHadNowIsAskedForAgain() {
        for (StandIn.Answer answer : new StandIn.Answer[] {
            StandIn.error(10023), StandIn.error(21327), new StandIn.Answer(502, "text/html", PICTURE), StandIn.silence()
        }) {
            weibo.answers(asked -> answer);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> media.fetch(file("1"), account))
                    .withMessageNotContaining("token");
        }
    }

    @Test
    void fetchesAPictureFromTheAccountsOwnHost() throws Exception {
        weibo.answers(asked -> new StandIn.Answer(200, "image/jpeg", PICTURE));

        assertThat(media.fetch(file(weibo.address() + "/large/a.jpg"), account)
                        .orElseThrow()
                        .readAllBytes())
                .isEqualTo(PICTURE);
        assertThat(weibo.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.query()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:9/a.jpg",
                "http://sinaimg.cn.evil.example/a.jpg",
                "http://evilsinaimg.cn/a.jpg",
                "http://ww1.sinaimg.cn:8080/a.jpg",
                "http://ww1.sinaimg.cn@evil.example/a.jpg",
                "file:///etc/passwd",
                "//ww1/a.jpg",
                "not an address"
            })
    void asksNoStranger(String address) {
        assertThat(media.fetch(file(address), account)).isEmpty();
        assertThat(weibo.asked()).isEmpty();
    }

    private static MediaRef file(String id) {
        return new MediaRef(MediaRef.Type.PICTURE, id, null, null);
    }
}
