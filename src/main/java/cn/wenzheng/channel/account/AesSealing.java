package cn.wenzheng.channel.account;

import cn.wenzheng.channel.Sealing;
import cn.wenzheng.organization.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM with a fresh 96-bit nonce each time. What is kept is the key's mark (4 bytes), the nonce (12) and the sealed
 * bytes with their tag; the place is authenticated with them, so that no row can be put in another's place.
 */
@Component
class AesSealing implements Sealing {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = SealingKey.MARK + NONCE + TAG_BITS / Byte.SIZE;

    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    AesSealing(SealingKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean isReady() {
        return keys.current().isPresent();
    }

    @Override
    public byte[] seal(byte[] plain, String place) {
        SealingKey key = keys.current().orElseThrow(() -> Refusal.conflict("sealing-key-missing"));
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain);
            return ByteBuffer.allocate(SealingKey.MARK + NONCE + sealed.length)
                    .put(key.mark())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    @Override
    public Optional<byte[]> open(byte[] sealed, String place) {
        return sealed.length < SHORTEST
                ? Optional.empty()
                : keys.marked(sealed).flatMap(key -> opened(key, ByteBuffer.wrap(sealed), place));
    }

    private static Optional<byte[]> opened(SealingKey key, ByteBuffer sealed, String place) {
        byte[] nonce = new byte[NONCE];
        sealed.position(SealingKey.MARK).get(nonce);
        byte[] rest = new byte[sealed.remaining()];
        sealed.get(rest);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(rest));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
