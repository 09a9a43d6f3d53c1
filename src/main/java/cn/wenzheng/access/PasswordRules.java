package cn.wenzheng.access;

import cn.wenzheng.organization.Refusal;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a password must be like: long, not the account's name, not one that is tried first. */
public final class PasswordRules {

    private static final int LEAST = 12;

    /** The hash reads no further than this many bytes. */
    private static final int MOST_BYTES = 72;

    /** Of 0 to 4: below it a guesser who knows lists and keyboards needs less than 100 million tries. */
    private static final int GUESSED = 2;

    /** The demo accounts' password, as the README tells. */
    private static final String PUBLISHED = "Wenzheng-demo-1";

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordRules() {}

    /**
     * Checks a new password and its repetition.
     *
     * @param field the name of the password's field
     * @param repetition the name of the field in which it is repeated
     * @return the password as it was typed
     */
    public static String check(
            String field, @Nullable String password, String repetition, @Nullable String repeated, String account) {
        if (password == null || password.isEmpty()) {
            throw Refusal.invalid(field, "field-required", field);
        }
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw Refusal.invalid(field, "password-short", LEAST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || password.indexOf('\0') >= 0) {
            throw Refusal.invalid(field, "password-long", MOST_BYTES);
        }
        if (password.equalsIgnoreCase(account)) {
            throw Refusal.invalid(field, "password-is-account");
        }
        if (password.equals(PUBLISHED) || score(password, account) < GUESSED) {
            throw Refusal.invalid(field, "password-common");
        }
        if (!password.equals(repeated)) {
            throw Refusal.invalid(repetition, "password-differs");
        }
        return password;
    }

    private static int score(String password, String account) {
        return ESTIMATE.measure(password, List.of(account, "wenzheng", "admin")).getScore();
    }
}
