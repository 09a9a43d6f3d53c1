package cn.wenzheng.channel.wechat;

import cn.wenzheng.channel.Account;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Proves and opens what WeChat has sent, by Tencent's published scheme.
 *
 * <p>The library opens a message for another account as readily as for ours and does not tell for whom it was; so it is opened
 * here, where the appid at its end is compared.
 */
final class Envelope {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;

    private Envelope() {}

    /**
     * True when one of the account's valid tokens has signed these words.
     *
     * @param signed time stamp, nonce and, in AES mode, the encrypted text
     */
    static boolean isSigned(Account account, String signature, String... signed) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (String token : account.secrets("token")) {
            String expected = DigestUtils.sha1Hex(Stream.concat(Stream.of(token), Arrays.stream(signed))
                    .sorted()
                    .reduce("", String::concat));
            genuine |= MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given);
        }
        return genuine;
    }

    /** The XML inside; empty when no valid key opens it or it was sealed for another appid. */
    static Optional<String> open(Account account, String encrypted) {
        return account.secrets("aes-key").stream()
                .flatMap(key -> open(key, account.address(), encrypted).stream())
                .findFirst();
    }

    private static Optional<String> open(String aesKey, String appid, String encrypted) {
        try {
            byte[] key = Base64.getDecoder().decode(aesKey + "=");
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(Arrays.copyOf(key, RANDOM)));
            return contentOf(
                    cipher.doFinal(Base64.getMimeDecoder().decode(encrypted)), appid.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notForUs) {
            return Optional.empty();
        }
    }

    /** 16 random bytes, four bytes of length, the XML, the appid, and 1 to 32 bytes that each say how many they are. */
    private static Optional<String> contentOf(byte[] plain, byte[] appid) {
        int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
        int end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < HEAD) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(plain, RANDOM, Integer.BYTES).getInt();
        if (length < 0
                || length > end - HEAD
                || !MessageDigest.isEqual(appid, Arrays.copyOfRange(plain, HEAD + length, end))) {
            return Optional.empty();
        }
        return Optional.of(new String(plain, HEAD, length, StandardCharsets.UTF_8));
    }
}
