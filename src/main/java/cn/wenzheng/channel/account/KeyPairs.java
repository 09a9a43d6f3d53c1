package cn.wenzheng.channel.account;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Makes the RSA keys with which an application proves itself to Alipay (RSA2, 2048 bits). */
final class KeyPairs {

    private static final int BITS = 2048;

    private KeyPairs() {}

    /** PKCS #8 and X.509, each in base64 on one line, as the platform's console takes them. */
    record Pair(String privateKey, String publicKey) {

        /** Names neither. */
        @Override
        public String toString() {
            return "Pair";
        }
    }

    static Pair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new Pair(
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }
}
