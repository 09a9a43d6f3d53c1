package cn.wenzheng.channel.alipay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import cn.wenzheng.channel.Account;
import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Alipay's gateway with whatever answer a test needs. */
final class GatewayStub implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    GatewayStub() {
        server.start();
    }

    Account account(String... settings) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "gateway";
        all[settings.length + 1] = server.baseUrl() + "/gateway.do";
        return Alipay.account(all);
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    /** A node as it stands, signed as it stands. */
    void answers(String name, String node) {
        answersText("{\"" + name + "\":" + node + ",\"sign\":\"" + Alipay.sign(node, "UTF-8") + "\"}");
    }

    void answersText(String text) {
        answers(aResponse()
                .withHeader("Content-Type", "text/html;charset=UTF-8")
                .withBody(text.getBytes(StandardCharsets.UTF_8)));
    }

    int asked() {
        return requests().size();
    }

    /** Everything that was asked last, of query and body, after its signature was checked by Alipay's library. */
    Map<String, String> lastAsked() {
        LoggedRequest request = requests().get(requests().size() - 1);
        Map<String, String> all = new HashMap<>();
        read(URI.create(request.getAbsoluteUrl()).getRawQuery(), all);
        read(request.getBodyAsString(), all);
        Map<String, String> unsigned = new HashMap<>(all);
        String sign = unsigned.remove("sign");
        try {
            if (!AlipaySignature.rsaCheck(
                    AlipaySignature.getSignContent(unsigned), sign, Alipay.OURS.open(), all.get("charset"), "RSA2")) {
                throw new AssertionError("our signature is wrong");
            }
        } catch (AlipayApiException broken) {
            throw new AssertionError(broken);
        }
        return all;
    }

    private List<LoggedRequest> requests() {
        return server.findAll(com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(anyUrl()));
    }

    private static void read(String encoded, Map<String, String> into) {
        UriComponentsBuilder.newInstance()
                .query(encoded)
                .build()
                .getQueryParams()
                .forEach((name, values) ->
                        into.put(name, UriUtils.decode(values.get(0).replace('+', ' '), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
