package cn.wenzheng.access.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks passwords, and for a minute remembers which were right: a program that sends its password with every call
 * would else pay the slow hash every time.
 *
 * <p>What is remembered is keyed with a secret of this process and bound to the stored hash, so it opens nothing
 * elsewhere and ends with the password.
 */
@Component
class VerifiedPasswords implements PasswordEncoder {

    private static final Duration AGE = Duration.ofSeconds(60);
    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordEncoder slow = new BCryptPasswordEncoder();
    private final SecretKeySpec secret = new SecretKeySpec(random(), ALGORITHM);
    private final Cache<String, Boolean> verified =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AGE).build();

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public String encode(CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        String key = key(password, hash);
        if (verified.getIfPresent(key) != null) {
            return true;
        }
        boolean right = slow.matches(password, hash);
        if (right) {
            verified.put(key, true);
        }
        return right;
    }

    private String key(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
