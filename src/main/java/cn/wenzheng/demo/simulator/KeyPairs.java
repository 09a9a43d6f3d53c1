package cn.wenzheng.demo.simulator;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that platforms sign with; made at the first use, the same for all nodes and starts. */
@Simulated("simulatedKeyPairs")
class KeyPairs {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;

    KeyPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeyPair of(Platform platform) {
        return find(platform).orElseGet(() -> make(platform));
    }

    private Optional<KeyPair> find(Platform platform) {
        return jdbc.sql("SELECT private_key, public_key FROM simulated_key WHERE platform = ?")
                .param(platform.code())
                .query((row, number) -> read(row.getBytes("private_key"), row.getBytes("public_key")))
                .optional();
    }

    /** Two nodes may make one at the same time; the first that is written is the one. */
    private KeyPair make(Platform platform) {
        KeyPair made = generated();
        jdbc.sql(
                        "INSERT INTO simulated_key (platform, private_key, public_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        platform.code(),
                        made.getPrivate().getEncoded(),
                        made.getPublic().getEncoded())
                .update();
        return find(platform).orElse(made);
    }

    private static KeyPair generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static KeyPair read(byte[] privateKey, byte[] publicKey) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(publicKey)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
