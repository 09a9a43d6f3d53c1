package cn.wenzheng.channel.alipay;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Alipay's signature: SHA256withRSA over the bytes of a text in the charset that the parameters declare. */
final class Rsa2 {

    private static final String ALGORITHM = "SHA256withRSA";

    /** People copy keys with the lines around them. */
    private static final Pattern AROUND = Pattern.compile("-----[A-Z ]+-----|\\s");

    private Rsa2() {}

    /**
     * What is signed: everything but the signature that has a value, by name.
     *
     * @param withType true for the life account and for our own calls; false for notifications, which leave
     *     {@code sign_type} out
     */
    static String content(Map<String, String> parameters, boolean withType) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .filter(entry -> !entry.getKey().equals("sign"))
                        .filter(entry -> withType || !entry.getKey().equals("sign_type"))
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    /** @throws GeneralSecurityException when the key is none */
    static String sign(String content, String privateKey, Charset charset) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(privateKey))));
        signature.update(content.getBytes(charset));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    static boolean verifies(String content, String sign, String publicKey, Charset charset) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(publicKey))));
            signature.update(content.getBytes(charset));
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }

    private static byte[] bytes(String key) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(AROUND.matcher(key).replaceAll(""));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("key");
        }
    }
}
