package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.PlatformHttp;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Calls Alipay's one address for all methods; what is asked is signed by us, what is answered was signed by Alipay. */
@Component
class Gateway {

    private static final String ADDRESS = "https://openapi.alipay.com/gateway.do";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final PlatformHttp http;

    Gateway(PlatformHttp http) {
        this.http = http;
    }

    /** Nothing was sent: the account has no key that can sign. */
    static final class NoKey extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Something answered, and Alipay has not signed it. */
    static final class NotProved extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The answer's node, proved.
     *
     * @param own the method's own parameters; what a method wants as JSON stands in {@code biz_content}
     * @throws PlatformHttp.NotWritten when nothing has left
     * @throws PlatformHttp.NoAnswer when it has left and no whole answer came in time
     */
    JsonNode call(Account account, String method, Map<String, String> own, Instant now) throws NoKey, NotProved {
        Charset charset = SignedForm.charset(account.settings().getOrDefault("charset", "UTF-8"))
                .orElse(StandardCharsets.UTF_8);
        Map<String, String> common = common(account, method, charset, now);
        Map<String, String> all = new LinkedHashMap<>(common);
        all.putAll(own);
        common.put("sign", sign(all, account, charset));
        URI address = URI.create(account.settings().getOrDefault("gateway", ADDRESS) + "?" + encoded(common, charset));
        PlatformHttp.Answer answer = http.call(
                HttpMethod.POST,
                address,
                Map.of("Content-Type", "application/x-www-form-urlencoded;charset=" + charset.name()),
                encoded(own, charset).getBytes(StandardCharsets.US_ASCII));
        String node = method.replace('.', '_') + "_response";
        return SignedAnswer.read(new String(answer.body(), charset), node)
                .filter(signed -> signed.isProvedFor(account, charset))
                .flatMap(SignedAnswer::content)
                .orElseThrow(NotProved::new);
    }

    private static Map<String, String> common(Account account, String method, Charset charset, Instant now) {
        Map<String, String> common = new LinkedHashMap<>();
        common.put("app_id", account.address());
        common.put("method", method);
        common.put("format", "JSON");
        common.put("charset", charset.name());
        common.put("sign_type", "RSA2");
        common.put("timestamp", TIME.format(now));
        common.put("version", "1.0");
        return common;
    }

    private static String sign(Map<String, String> all, Account account, Charset charset) throws NoKey {
        String key = account.secret("app-private-key");
        try {
            if (key != null) {
                return Rsa2.sign(Rsa2.content(all, true), key, charset);
            }
        } catch (GeneralSecurityException noKey) {
            // The same as none.
        }
        throw new NoKey();
    }

    private static String encoded(Map<String, String> fields, Charset charset) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), charset))
                .collect(Collectors.joining("&"));
    }
}
