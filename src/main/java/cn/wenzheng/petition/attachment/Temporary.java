package cn.wenzheng.petition.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that live as long as a request. */
final class Temporary {

    private static final Logger LOG = LoggerFactory.getLogger(Temporary.class);

    private Temporary() {}

    static Path file() {
        try {
            return Files.createTempFile("wenzheng-", ".attachment");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The file's bytes; the file is gone when the stream is closed. */
    static InputStream readOnce(Path file) throws IOException {
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.warn(
                    "a temporary file could not be deleted: {}", left.getClass().getSimpleName());
        }
    }
}
