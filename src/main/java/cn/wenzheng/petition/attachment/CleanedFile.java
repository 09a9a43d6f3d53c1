package cn.wenzheng.petition.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be kept; it lies in a temporary place until it is closed.
 *
 * @param digest SHA-256 of what came in
 * @param label the sender's name for it without anything that could be more than a name
 */
public record CleanedFile(
        AttachmentType type,
        Path path,
        byte[] digest,
        @Nullable String label) implements AutoCloseable {

    public long size() {
        try {
            return Files.size(path);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public void close() {
        Temporary.delete(path);
    }
}
