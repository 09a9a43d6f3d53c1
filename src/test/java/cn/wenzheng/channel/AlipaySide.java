package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The life account's gateway, signed by Alipay's own library; nothing in it tells when it was sent. */
final class AlipaySide implements PushSide {

    @Override
    public Channel channel() {
        return Channel.ALIPAY;
    }

    @Override
    public String secret() {
        return "alipay-public-key";
    }

    @Override
    public Key of(Account account) {
        return new Key(
                String.valueOf(account.settings().get("simulated-private-key")),
                String.valueOf(account.secret(secret())));
    }

    @Override
    public Key fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new Key(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String person(int number) {
        return "2088%012d".formatted(740_000_000 + number);
    }

    @Override
    public String text() {
        return "text";
    }

    @Override
    public Push push(Words words, Key key) {
        return signed("alipay.mobile.public.message.notify", xml(words, ""), key);
    }

    private static String xml(Words words, String event) {
        return "<XML><AppId><![CDATA[" + words.to() + "]]></AppId><FromUserId><![CDATA[" + words.person()
                + "]]></FromUserId><CreateTime>" + words.at().toEpochMilli() + "</CreateTime><MsgType><![CDATA["
                + words.type() + "]]></MsgType><EventType><![CDATA[" + event + "]]></EventType><MsgId><![CDATA["
                + words.id() + "]]></MsgId><Text><Content><![CDATA[" + words.text()
                + "]]></Content></Text></XML>";
    }

    private static Push signed(String service, String content, Key key) {
        Map<String, String> form = new TreeMap<>(
                Map.of("service", service, "charset", "UTF-8", "sign_type", "RSA2", "biz_content", content));
        try {
            String all = AlipaySignature.getSignContent(form);
            form.put("sign", AlipaySignature.rsaSign(all, key.signs(), "UTF-8", "RSA2"));
        } catch (AlipayApiException impossible) {
            throw new IllegalStateException(impossible);
        }
        return form(form);
    }

    private static Push form(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Push.post("", Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
    }

    @Override
    public Push verification(Words words, Key key) {
        return signed("alipay.service.check", xml(words.ofType("event"), "verifygw"), key);
    }

    @Override
    public Push halfVerification(Words words, Key key) {
        return form(Map.of(
                "service",
                "alipay.service.check",
                "charset",
                "UTF-8",
                "biz_content",
                xml(words.ofType("event"), "verifygw")));
    }

    @Override
    public boolean isVerified(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().contains("<success>true</success>");
    }

    @Override
    public boolean isReceived(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && (answer.body().equals("success")
                        || answer.body().contains("<response>") && answer.body().contains("ack"));
    }

    @Override
    public boolean refusesOld() {
        return false;
    }

    @Override
    public String toString() {
        return "alipay";
    }
}
