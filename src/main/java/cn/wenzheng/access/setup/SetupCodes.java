package cn.wenzheng.access.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes that let the first administrator in; only their hashes are kept, and any node knows them. */
@Component
class SetupCodes {

    /** Then the next start makes a new one. */
    private static final Duration AGE = Duration.ofHours(24);

    /** 32 signs that are not taken for one another: 5 random bits each. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    SetupCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new code of 80 random bits, for example 7KQM-22XA-PPH9-TREW. */
    String make() {
        StringBuilder code = new StringBuilder();
        for (int sign = 0; sign < LENGTH; sign++) {
            code.append(sign > 0 && sign % GROUP == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        jdbc.sql("INSERT INTO setup_code (hash, ends_at) VALUES (?, ?)")
                .params(hash(code.toString()), now().plus(AGE))
                .update();
        return code.toString();
    }

    /** Uses a code up; all others end with it, and nobody else gets through until the transaction has ended. */
    boolean take(String code) {
        boolean right = jdbc.sql("DELETE FROM setup_code WHERE hash = ? AND ends_at > ?")
                        .params(hash(code), now())
                        .update()
                > 0;
        if (right) {
            jdbc.sql("DELETE FROM setup_code").update();
        }
        return right;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String hash(String code) {
        String signs = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(signs.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
