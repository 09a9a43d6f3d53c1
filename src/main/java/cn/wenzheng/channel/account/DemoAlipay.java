package cn.wenzheng.channel.account;

import java.util.Base64;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key pair of the Alipay that the demo city's simulator plays: whoever needs it first makes it. */
@Component
@Profile("demo")
class DemoAlipay {

    private static final String PLATFORM = "alipay";

    private final JdbcClient jdbc;

    DemoAlipay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeyPairs.Pair keyPair() {
        KeyPairs.Pair made = KeyPairs.make();
        if (!isSimulated()) {
            return made;
        }
        Base64.Decoder bytes = Base64.getDecoder();
        jdbc.sql(
                        "INSERT INTO simulated_key (platform, private_key, public_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(PLATFORM, bytes.decode(made.privateKey()), bytes.decode(made.publicKey()))
                .update();
        return kept().orElse(made);
    }

    private boolean isSimulated() {
        return jdbc.sql("SELECT to_regclass('wenzheng.simulated_key') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    private Optional<KeyPairs.Pair> kept() {
        Base64.Encoder text = Base64.getEncoder();
        return jdbc.sql("SELECT private_key, public_key FROM simulated_key WHERE platform = ?")
                .param(PLATFORM)
                .query((row, n) -> new KeyPairs.Pair(
                        text.encodeToString(row.getBytes("private_key")),
                        text.encodeToString(row.getBytes("public_key"))))
                .optional();
    }
}
