package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.petition.Channel;
import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Alipay's side, played with the signing of Alipay's own library. */
final class Alipay {

    static final String APP = "2021000000000001";
    static final String OPEN_ID = "074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5";
    static final String USER_ID = "2088102123456789";
    static final Instant NOW = Instant.parse("2026-03-16T01:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The platform's key pair and ours. */
    static final Keys PLATFORM = Keys.make();

    static final Keys OURS = Keys.make();

    private Alipay() {}

    record Keys(String open, String secret) {

        static Keys make() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Base64.Encoder base64 = Base64.getEncoder();
                return new Keys(
                        base64.encodeToString(pair.getPublic().getEncoded()),
                        base64.encodeToString(pair.getPrivate().getEncoded()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    static Account account(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("app-public-key", OURS.open()));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return new Account(
                1,
                Channel.ALIPAY,
                "wenzheng",
                "00",
                "问政",
                APP,
                all,
                Map.of(
                        "app-private-key", List.of(OURS.secret()),
                        "alipay-public-key", List.of(PLATFORM.open())));
    }

    static Map<String, String> life(String bizContent, String charset) {
        return form("service", "alipay.mobile.public.message.notify", "charset", charset, "biz_content", bizContent);
    }

    static Map<String, String> check() {
        return form(
                "service",
                "alipay.service.check",
                "charset",
                "UTF-8",
                "biz_content",
                "<XML><AppId><![CDATA[" + APP
                        + "]]></AppId><FromUserId><![CDATA[x]]></FromUserId><CreateTime>1</CreateTime>"
                        + "<MsgType><![CDATA[event]]></MsgType><EventType><![CDATA[verifygw]]></EventType></XML>");
    }

    static Map<String, String> notification(String bizContent) {
        return form(
                "notify_id",
                "n-1",
                "utc_timestamp",
                "" + NOW.toEpochMilli(),
                "msg_method",
                "alipay.open.mini.message.notify",
                "app_id",
                APP,
                "version",
                "1.1",
                "charset",
                "UTF-8",
                "biz_content",
                bizContent);
    }

    static String message(String fields) {
        return "<XML><AppId><![CDATA[" + APP + "]]></AppId><FromUserId><![CDATA[" + USER_ID
                + "]]></FromUserId><CreateTime>" + NOW.toEpochMilli() + "</CreateTime>" + fields + "</XML>";
    }

    static String text(String words) {
        return message("<MsgType><![CDATA[text]]></MsgType><Text><Content><![CDATA[" + words + "]]></Content></Text>");
    }

    static Map<String, String> form(String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        form.put("sign_type", "RSA2");
        return form;
    }

    /** Signed as life-account pushes are: with the type of the signature (V2). */
    static RawRequest signedV2(Map<String, String> form) {
        return request(withSign(form, form));
    }

    /** Signed as notifications are: without it (V1). */
    static RawRequest signedV1(Map<String, String> form) {
        Map<String, String> without = new HashMap<>(form);
        without.remove("sign_type");
        return request(withSign(form, without));
    }

    private static Map<String, String> withSign(Map<String, String> form, Map<String, String> content) {
        Map<String, String> signed = new LinkedHashMap<>(form);
        signed.put("sign", sign(AlipaySignature.getSignContent(content), form.get("charset")));
        return signed;
    }

    static String sign(String content, String charset) {
        try {
            return AlipaySignature.rsaSign(content, PLATFORM.secret(), charset, "RSA2");
        } catch (AlipayApiException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RawRequest request(Map<String, String> form) {
        return request(encoded(form));
    }

    static String encoded(Map<String, String> form) {
        Charset charset = SignedForm.charset(form.getOrDefault("charset", "")).orElse(StandardCharsets.UTF_8);
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
    }

    static RawRequest request(String body) {
        return new RawRequest(
                "POST", "/channels/alipay/wenzheng", "", Map.of(), body.getBytes(StandardCharsets.ISO_8859_1), NOW);
    }
}
