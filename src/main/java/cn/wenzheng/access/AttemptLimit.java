package cn.wenzheng.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How many failures a door bears before it closes for a while.
 *
 * @param kind what is tried, so that the same name at two doors is not the same
 * @param most failures that are let through
 * @param pause how long the door stays closed after the last of them
 */
public record AttemptLimit(String kind, int most, Duration pause) {

    /** One thing that is tried here, for example one account. */
    public Attempt on(String what) {
        return new Attempt(this, hash(kind + '\n' + what));
    }

    /** Counted in {@link Attempts} under a hash: what was tried may be a password, an address is a person's. */
    public record Attempt(AttemptLimit limit, String key) {}

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
