package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.RawRequest;
import cn.wenzheng.petition.Channel;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;

/** Tencent's side of a callback, played with the library's own signing and sealing. */
final class Tencent {

    static final String APPID = "wxdemo000000000001";
    static final String TOKEN = "demo-wechat-token";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String OPENID = "oyORnuP8q7ou2gfYjqLzSIWZf0rs";
    static final Instant NOW = Instant.parse("2026-03-16T01:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final WechatSettings SETTINGS = new WechatSettings(2048, GeoPoint.Crs.GCJ02, Duration.ofMinutes(10));

    private Tencent() {}

    static Account account(Map<String, String> settings) {
        return account(APPID, TOKEN, AES_KEY, settings);
    }

    static Account account(String appid, String token, String aesKey, Map<String, String> settings) {
        return new Account(
                1,
                Channel.WECHAT,
                "wenzheng",
                "00",
                "问政",
                appid,
                settings,
                Map.of("token", List.of(token), "aes-key", List.of(aesKey), "app-secret", List.of("demo-secret")));
    }

    /** A message as it comes in AES mode. */
    static RawRequest sealed(String xml) {
        return sealed(xml, APPID);
    }

    static RawRequest sealed(String xml, String appid) {
        return enveloped(new WxCryptUtil(TOKEN, AES_KEY, appid).encrypt("aaaabbbbccccdddd", xml));
    }

    /** An encrypted text in its envelope, signed. */
    static RawRequest enveloped(String encrypted) {
        String body =
                "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        String time = "" + NOW.getEpochSecond();
        return push(
                query("encrypt_type=aes", time) + "&msg_signature=" + SHA1.gen(TOKEN, time, "nonce1", encrypted), body);
    }

    /** A message as it comes in plain mode. */
    static RawRequest plain(String xml, Instant at) {
        return push(query("x=1", "" + at.getEpochSecond()), xml);
    }

    static RawRequest plain(String xml) {
        return plain(xml, NOW);
    }

    static RawRequest push(String query, String body) {
        return new RawRequest(
                "POST", "/channels/wechat/wenzheng", query, Map.of(), body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    static RawRequest verification(String query) {
        return new RawRequest("GET", "/channels/wechat/wenzheng", query, Map.of(), new byte[0], NOW);
    }

    static String query(String first, String time) {
        return first + "&timestamp=" + time + "&nonce=nonce1&signature=" + SHA1.gen(TOKEN, time, "nonce1");
    }

    static String message(String type, String msgId, String fields) {
        return messageFrom(OPENID, type, fields + "<MsgId>" + msgId + "</MsgId>");
    }

    static String messageFrom(String from, String type, String fields) {
        return "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[" + from
                + "]]></FromUserName><CreateTime>" + NOW.getEpochSecond() + "</CreateTime><MsgType><![CDATA[" + type
                + "]]></MsgType>" + fields + "</xml>";
    }

    /** Seals bytes that no honest library would seal. */
    static String seal(byte[] plain) {
        try {
            byte[] key = Base64.getDecoder().decode(AES_KEY + "=");
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is inside a sealed text, with any length and any padding. */
    static byte[] inside(int length, String xml, String appid, @Nullable Integer padding) {
        byte[] words = xml.getBytes(StandardCharsets.UTF_8);
        byte[] end = appid.getBytes(StandardCharsets.UTF_8);
        int used = 20 + words.length + end.length;
        int missing = 32 - used % 32;
        ByteBuffer plain = ByteBuffer.allocate(used + missing);
        plain.put("aaaabbbbccccdddd".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .put(words)
                .put(end);
        Arrays.fill(plain.array(), used, used + missing, (byte) (padding == null ? missing : padding));
        return plain.array();
    }

    static Map<String, String> settings(String... pairs) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return settings;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
