package cn.wenzheng.channel.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.channel.PlatformHttp;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures of citizens, before WeChat forgets them. */
class WechatMediaTest {

    private static final MediaRef PICTURE = new MediaRef(MediaRef.Type.PICTURE, "a/b+c", null, null);

    private final WireMockServer wechat =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final WechatServices services = new WechatServices(Duration.ofSeconds(5));
    private final WechatMedia media = new WechatMedia(services, new PlatformHttp());

    @BeforeEach
    void open() {
        wechat.start();
        wechat.stubFor(post(urlPathEqualTo("/cgi-bin/stable_token"))
                .willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":7200}")));
    }

    @AfterEach
    void close() throws IOException {
        services.close();
        wechat.stop();
    }

    @Test
    void fetchesThePictureItself() throws IOException {
        byte[] bytes = {(byte) 0xff, (byte) 0xd8, 0, 1, 2};
        wechat.stubFor(get(urlPathEqualTo("/cgi-bin/media/get"))
                .withQueryParam("access_token", equalTo("t1"))
                .withQueryParam("media_id", equalTo("a/b+c"))
                .willReturn(aResponse().withHeader("Content-Type", "image/jpeg").withBody(bytes)));

        try (InputStream picture = fetched().orElseThrow()) {
            assertThat(picture.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void x9WhatIsExpiredOrGoneIsNotThereAndNoFault() {
        answer(okJson("{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}"));
        assertThat(fetched()).isEmpty();
        answer(aResponse().withHeader("Content-Type", "text/plain").withBody("{\"errcode\":40007}"));
        assertThat(fetched()).isEmpty();
        answer(aResponse().withStatus(404));
        assertThat(fetched()).isEmpty();
    }

    @Test
    void x9WhatMayComeLaterIsAskedForAgain() {
        for (ResponseDefinitionBuilder later : new ResponseDefinitionBuilder[] {
            okJson("{\"errcode\":-1,\"errmsg\":\"busy\"}"),
            okJson("{\"errcode\":40001}"),
            okJson("no json"),
            aResponse().withStatus(502),
            aResponse().withFault(Fault.EMPTY_RESPONSE)
        }) {
            answer(later);
            assertThatThrownBy(this::fetched).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aFilmMayStandAtAnotherAddressButNeverAtAnUnsafeOne() {
        answer(okJson("{\"video_url\":\"" + wechat.baseUrl() + "/film.mp4\"}"));
        wechat.stubFor(get("/film.mp4").willReturn(aResponse().withBody("film")));

        assertThat(fetched()).isEmpty();
    }

    private void answer(ResponseDefinitionBuilder answer) {
        wechat.stubFor(get(urlPathEqualTo("/cgi-bin/media/get")).willReturn(answer));
    }

    private Optional<InputStream> fetched() {
        Account account = Tencent.account(Map.of("host", wechat.baseUrl()));
        return media.fetch(PICTURE, account);
    }
}
