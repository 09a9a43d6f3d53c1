package cn.wenzheng.demo.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** WeChat's envelope as the platform makes it: sixteen random signs, the length, the words, the appid; AES-256-CBC. */
final class WechatCrypt {

    private static final int BLOCK = 32;
    private static final int VECTOR = 16;

    private WechatCrypt() {}

    static String encrypt(String encodingKey, String appid, String random16, String words) {
        byte[] text = words.getBytes(StandardCharsets.UTF_8);
        byte[] id = appid.getBytes(StandardCharsets.UTF_8);
        int length = VECTOR + Integer.BYTES + text.length + id.length;
        int padding = BLOCK - length % BLOCK;
        byte[] plain = ByteBuffer.allocate(length + padding)
                .put(random16.getBytes(StandardCharsets.US_ASCII))
                .putInt(text.length)
                .put(text)
                .put(id)
                .array();
        Arrays.fill(plain, length, plain.length, (byte) padding);
        byte[] key = Base64.getDecoder().decode(encodingKey + "=");
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(Arrays.copyOf(key, VECTOR)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
