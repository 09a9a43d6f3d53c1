package cn.wenzheng.petition.attachment;

import cn.wenzheng.organization.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * Makes what people hand in harmless: the content alone says what it is, and a picture is decoded and drawn anew, so that
 * places, comments, embedded previews and whatever hangs behind the picture stay outside.
 */
@Component
public class Cleaning {

    /** The most megabytes of one file. */
    public static final int MEGABYTES = 10;

    private static final long MOST = MEGABYTES * 1024L * 1024L;

    /** Two pictures in memory at once fit into the smallest heap the product runs with. */
    private static final int DECODINGS = 2;

    private static final int PATIENCE_SECONDS = 20;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Semaphore decodings = new Semaphore(DECODINGS, true);

    /** Cleans all files of a request, or refuses all of them. */
    public CleanedFiles all(List<Upload> uploads, Set<AttachmentType> allowed) {
        List<CleanedFile> cleaned = new ArrayList<>();
        try {
            for (Upload upload : uploads) {
                cleaned.add(one(upload, allowed));
            }
            return new CleanedFiles(cleaned);
        } catch (RuntimeException refused) {
            cleaned.forEach(CleanedFile::close);
            throw refused;
        }
    }

    private CleanedFile one(Upload upload, Set<AttachmentType> allowed) {
        if (upload.size() == 0) {
            throw Refusal.invalid(upload.field(), "attachment-empty");
        }
        if (upload.size() > MOST) {
            throw Refusal.invalid(upload.field(), "attachment-too-large", MEGABYTES);
        }
        Path original = Temporary.file();
        Path kept = Temporary.file();
        try {
            byte[] digest = copy(upload, original);
            AttachmentType type = type(original, upload, allowed);
            if (type.isPicture()) {
                redraw(original, type, kept, upload.field());
            } else {
                Files.move(original, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            return new CleanedFile(type, kept, digest, Label.of(upload.name()));
        } catch (IOException | RuntimeException failed) {
            Temporary.delete(kept);
            throw failed instanceof RuntimeException refused ? refused : new UncheckedIOException((IOException) failed);
        } finally {
            Temporary.delete(original);
        }
    }

    private static byte[] copy(Upload upload, Path original) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(upload.content().getInputStream(), digest)) {
            Files.copy(in, original, StandardCopyOption.REPLACE_EXISTING);
        }
        return digest.digest();
    }

    private AttachmentType type(Path original, Upload upload, Set<AttachmentType> allowed) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(original))) {
            return AttachmentType.of(types.detect(in, new Metadata()).toString())
                    .filter(allowed::contains)
                    .orElseThrow(() -> Refusal.invalid(
                            upload.field(),
                            allowed.contains(AttachmentType.PDF)
                                    ? "attachment-type-unknown"
                                    : "attachment-not-a-picture"));
        }
    }

    private void redraw(Path original, AttachmentType type, Path kept, String field) {
        if (!waited()) {
            throw Refusal.tooMany("attachments-busy");
        }
        try {
            Picture.redraw(original, type, kept, field);
        } finally {
            decodings.release();
        }
    }

    private boolean waited() {
        try {
            return decodings.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
