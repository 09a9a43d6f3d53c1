package cn.wenzheng.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.internal.util.AlipaySignature;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platforms sign as their documents say: held against published vectors and the platforms' own libraries. */
class SignaturesTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    @Test
    void weiboSignsAsPublished() {
        assertThat(Hashes.sorted("xyz123xyz", "1397022061823", "57155157"))
                .isEqualTo("90e4c22c90a58f26526c2dd5b6c56c8822edeaa1");
    }

    @Test
    void wechatEncryptsAndSignsAsPublished() {
        String sealed = WechatCrypt.encrypt(KEY, "wxb11529c136998cb6", "aaaabbbbccccdddd", "我是中文abcd123");

        assertThat(sealed)
                .isEqualTo("jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==");
        assertThat(Hashes.sorted("pamtest", "1409304348", "xxxxxx"))
                .isEqualTo("76480565cbe296026c53aaacd1ad523a1ddba24f");
        assertThat(Hashes.sorted("pamtest", "1409304348", "xxxxxx", sealed))
                .isEqualTo("82c962d39941aa48552f90ef55aa323dc620cc10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "路灯坏了", "😀 four bytes", "0123456789012345678901234567890123456789"})
    void whatWechatEncryptsItsLibraryReads(String words) {
        String sealed = WechatCrypt.encrypt(KEY, "wxdemo000000000001", "0123456789abcdef", words);
        String signature = Hashes.sorted("demo-wechat-token", "1", "2", sealed);
        WxCryptUtil library = new WxCryptUtil("demo-wechat-token", KEY, "wxdemo000000000001");

        assertThat(library.decryptContent(signature, "1", "2", sealed)).isEqualTo(words);
    }

    @Test
    void webhooksAreSignedAsPublished() {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        String signature = Hashes.webhook(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, body);

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(Hashes.signs("v1a,xyz v1,wrong " + signature, signature)).isTrue();
        assertThat(Hashes.signs("v1,wrong", signature)).isFalse();
    }

    @Test
    void theWebhookLibraryTakesOurSignatures() throws Exception {
        String body = "{\"type\":\"petition.submitted\",\"data\":{\"text\":\"路灯坏了\"}}";
        long seconds = Instant.now().getEpochSecond();
        String signature =
                Hashes.webhook(Registry.WEBHOOK_SECRET, "msg_1", seconds, body.getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(String.valueOf(seconds)),
                "webhook-signature", List.of(signature));

        new Webhook(Registry.WEBHOOK_SECRET).verify(body, HttpHeaders.of(headers, (name, value) -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void alipaysLibraryTakesItsSignatures(String charset) throws Exception {
        KeyPair keys = keys();
        String publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        Map<String, String> push = new HashMap<>(Map.of(
                "service", "alipay.mobile.public.message.notify",
                "charset", charset,
                "sign_type", "RSA2",
                "empty", "",
                "biz_content", "<XML>路灯坏了</XML>"));
        String withType = AlipaySigns.sign(AlipaySigns.content(push), keys.getPrivate(), Charset.forName(charset));
        String withoutType =
                AlipaySigns.sign(AlipaySigns.content(push, "sign_type"), keys.getPrivate(), Charset.forName(charset));

        assertThat(AlipaySignature.rsaCheckV2(with(push, withType), publicKey, charset, "RSA2"))
                .isTrue();
        assertThat(AlipaySignature.rsaCheckV1(with(push, withoutType), publicKey, charset, "RSA2"))
                .isTrue();
        assertThat(AlipaySignature.rsaCheckV2(with(push, withoutType), publicKey, charset, "RSA2"))
                .isFalse();
    }

    @Test
    void whatAlipaysLibrarySignsIsTaken() throws Exception {
        KeyPair keys = keys();
        Map<String, String> call = Map.of("app_id", "2021", "method", "m", "sign_type", "RSA2", "biz_content", "{}");
        String sign = AlipaySignature.rsaSign(
                AlipaySignature.getSignContent(call),
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                "UTF-8",
                "RSA2");

        assertThat(AlipaySigns.verifies(AlipaySigns.content(call), sign, keys.getPublic(), StandardCharsets.UTF_8))
                .isTrue();
        assertThat(AlipaySigns.verifies(
                        AlipaySigns.content(call) + "x", sign, keys.getPublic(), StandardCharsets.UTF_8))
                .isFalse();
        assertThat(AlipaySigns.verifies("a", "no base64!", keys.getPublic(), StandardCharsets.UTF_8))
                .isFalse();
    }

    private static Map<String, String> with(Map<String, String> push, String sign) {
        Map<String, String> signed = new HashMap<>(push);
        signed.put("sign", sign);
        return signed;
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
