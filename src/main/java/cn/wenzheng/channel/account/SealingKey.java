package cn.wenzheng.channel.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that seals, and the mark by which what it has sealed is known.
 *
 * @param mark the first bytes of its SHA-256, which tell nothing about it
 */
record SealingKey(SecretKey secret, byte[] mark) {

    static final int BYTES = 32;
    static final int MARK = 4;

    static SealingKey of(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return new SealingKey(new SecretKeySpec(key, "AES"), Arrays.copyOf(digest, MARK));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Reads a setting; empty when there is none or it is not 32 bytes in base64. */
    static Optional<SealingKey> read(@Nullable String setting) {
        if (setting == null) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(setting.strip());
            return key.length == BYTES ? Optional.of(of(key)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    boolean sealed(byte[] what) {
        return Arrays.equals(mark, 0, MARK, what, 0, MARK);
    }

    /** The key is told nowhere. */
    @Override
    public String toString() {
        return "SealingKey";
    }
}
