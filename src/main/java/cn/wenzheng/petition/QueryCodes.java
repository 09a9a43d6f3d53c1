package cn.wenzheng.petition;

import cn.wenzheng.access.AttemptLimit;
import cn.wenzheng.access.Attempts;
import cn.wenzheng.organization.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes query codes and opens a petition to whoever knows its code. */
@Component
public class QueryCodes {

    /** Wrong codes for one number from one address before the door closes, and for how long. */
    private static final AttemptLimit GUESSES = new AttemptLimit("query-code", 10, Duration.ofMinutes(15));

    /** 32 signs that are not taken for one another: 5 random bits each. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();
    private final PetitionRows rows;
    private final Attempts attempts;

    QueryCodes(PetitionRows rows, Attempts attempts) {
        this.rows = rows;
        this.attempts = attempts;
    }

    /** A new code of 60 random bits. */
    String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        return code.toString();
    }

    /**
     * Checks a query code in constant time; an unknown number, a wrong code and an address that has guessed too often for
     * this number get one and the same refusal (404).
     *
     * @param address the caller's network address
     */
    public void open(String number, @Nullable String code, String address) {
        AttemptLimit.Attempt guess = GUESSES.on(number + ' ' + address);
        if (attempts.areOver(guess)) {
            throw Refusal.notFound();
        }
        String right = rows.queryCode(number).orElse("");
        if (code == null || right.isEmpty() || !MessageDigest.isEqual(bytes(right), bytes(code.strip()))) {
            attempts.failed(guess);
            throw Refusal.notFound();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
