package cn.wenzheng.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

/** Our signatures against those of Alipay's own library. */
class Rsa2Test {

    static String sign(String content) {
        try {
            return Rsa2.sign(content, Alipay.OURS.secret(), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Property(tries = 30)
    void signsAsTheLibraryDoesAndEachBelievesTheOther(@ForAll @NotBlank String content) throws AlipayApiException {
        String library = AlipaySignature.rsaSign(content, Alipay.OURS.secret(), "UTF-8", "RSA2");

        assertThat(sign(content)).isEqualTo(library);
        assertThat(Rsa2.verifies(content, library, Alipay.OURS.open(), StandardCharsets.UTF_8))
                .isTrue();
        assertThat(Rsa2.verifies(content + "x", library, Alipay.OURS.open(), StandardCharsets.UTF_8))
                .isFalse();
    }

    @Property(tries = 100)
    void ordersTheParametersAsTheLibraryDoes(@ForAll Map<String, String> parameters) {
        parameters.remove("");
        parameters.put("sign_type", "RSA2");
        Map<String, String> signed = new HashMap<>(parameters);
        signed.put("sign", "x");
        parameters.values().removeIf(String::isEmpty);
        parameters.keySet().removeIf(name -> name.equals("sign"));

        String ours = Rsa2.content(signed, true);
        assertThat(ours)
                .isEqualTo(String.join(
                        "&",
                        new TreeMap<>(parameters)
                                .entrySet().stream()
                                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                                        .toList()));
    }

    @Test
    void takesAKeyWithTheLinesAroundItAndNoOther() throws GeneralSecurityException {
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Alipay.OURS.secret().replaceAll("(.{64})", "$1\n")
                + "\n-----END PRIVATE KEY-----\n";

        assertThat(Rsa2.sign("x", pem, StandardCharsets.UTF_8)).isEqualTo(sign("x"));
        assertThatThrownBy(() -> Rsa2.sign("x", "no key", StandardCharsets.UTF_8))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(Rsa2.verifies("x", sign("x"), "no key", StandardCharsets.UTF_8))
                .isFalse();
        assertThat(Rsa2.verifies("x", "%%%", Alipay.OURS.open(), StandardCharsets.UTF_8))
                .isFalse();
    }
}
