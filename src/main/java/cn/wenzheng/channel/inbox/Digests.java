package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.MediaRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256 over parts, each with its length before it, so that no two lists of parts have one digest. */
final class Digests {

    private Digests() {}

    /** Of what was said, whoever brings it and whenever. */
    static byte[] of(Inbound item) {
        return of(Arrays.asList(
                item.sender().id(),
                item.kind(),
                item.text(),
                item.media().stream().map(MediaRef::id).toList(),
                item.place(),
                item.form(),
                item.repostOf()));
    }

    static byte[] of(List<? extends @Nullable Object> parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            digest.update((part == null ? "-1:" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return digest.digest();
    }

    /** What is longer than its column keeps its beginning and is told apart by its digest. */
    static String within(int most, String id) {
        String clean = ItemWords.clean(id);
        return clean.length() <= most
                ? clean
                : clean.substring(0, most - 17) + "#" + hex(clean).substring(0, 16);
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
