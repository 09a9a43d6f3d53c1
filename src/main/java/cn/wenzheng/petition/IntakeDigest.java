package cn.wenzheng.petition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Tells a message that is sent again from another message under the same id. */
final class IntakeDigest {

    private IntakeDigest() {}

    /** SHA-256 over everything the citizen sent; how it was taken in (live or backlog) does not count. */
    static byte[] of(Intake intake) {
        List<Object> sent = Arrays.asList(
                intake.externalId(),
                intake.kind(),
                intake.title(),
                intake.text(),
                intake.address(),
                intake.latitude(),
                intake.longitude(),
                intake.petitioner().name(),
                intake.petitioner().phone(),
                intake.petitioner().email(),
                intake.hideIdentity(),
                intake.mayBePublic(),
                intake.submittedAt());
        MessageDigest digest = sha256();
        for (Object value : sent) {
            byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            // The length before each value keeps "a","bc" and "ab","c" apart; -1 keeps an absent value from "null".
            digest.update((value == null ? "-1:" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
