package cn.wenzheng.channel.alipay;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.FormFields;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A form of Alipay's, read from its bytes in the charset that it declares itself: whoever decodes it before, in another one,
 * destroys it and its signature.
 */
record SignedForm(Map<String, String> fields, Charset charset) {

    private static final String RSA2 = "RSA2";

    private static final Map<String, Charset> CHARSETS = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF8", StandardCharsets.UTF_8,
            "GBK", Charset.forName("GBK"),
            "GB2312", Charset.forName("GBK"),
            "GB18030", Charset.forName("GB18030"));

    /** Empty when it is no form, or declares no charset that is known. */
    static Optional<SignedForm> read(byte[] body) {
        return FormFields.read(body, StandardCharsets.ISO_8859_1)
                .map(bytes -> charset(bytes.getOrDefault("charset", "")))
                .flatMap(charset -> charset.flatMap(
                        known -> FormFields.read(body, known).map(fields -> new SignedForm(fields, known))));
    }

    static Optional<Charset> charset(String name) {
        return Optional.ofNullable(CHARSETS.get(name.toUpperCase(Locale.ROOT)));
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The life account is the one that names a service; it signs the type of its signature, too. */
    boolean isLifeAccount() {
        return fields.containsKey("service");
    }

    /** True when Alipay has signed it for this account; the older and weaker kind of signature proves nothing. */
    boolean isProvedFor(Account account) {
        String content = Rsa2.content(fields, isLifeAccount());
        return RSA2.equals(get("sign_type"))
                && account.secrets("alipay-public-key").stream()
                        .anyMatch(key -> Rsa2.verifies(content, get("sign"), key, charset));
    }
}
