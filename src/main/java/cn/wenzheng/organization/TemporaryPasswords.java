package cn.wenzheng.organization;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords that a person gets from an administrator and changes at his first login.
 *
 * <p>The slow hash protects passwords that people think of. These are 116 random bits, which nobody guesses from a hash
 * however fast it is, so they are hashed at the lowest cost: four hundred of them at once in half a second instead of half
 * a minute.
 */
final class TemporaryPasswords {

    /** Without signs that look alike on paper. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final int LOWEST_COST = 4;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BCryptPasswordEncoder HASH = new BCryptPasswordEncoder(LOWEST_COST, RANDOM);

    private TemporaryPasswords() {}

    static String next() {
        return IntStream.range(0, GROUPS).mapToObj(n -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    static String hash(String password) {
        return HASH.encode(password);
    }
}
