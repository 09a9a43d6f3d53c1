package cn.wenzheng.petition.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Files in a folder, under their ids alone; under a temporary name until the transaction is about to be committed. */
@Component
class AttachmentFolder {

    private final Path root;

    AttachmentFolder(AttachmentSettings settings, @Value("${wenzheng.data}") Path data) {
        Path folder = settings.folder();
        this.root = (folder == null ? data.resolve("attachments") : folder)
                .toAbsolutePath()
                .normalize();
    }

    /** Where the file of this id stands: no more than some hundreds of folders, however many files there are. */
    Path place(UUID id) {
        return root.resolve(id.toString().substring(0, 2)).resolve(id.toString());
    }

    void keep(UUID id, Path file) {
        Path place = place(id);
        Path waiting = place.resolveSibling(id + ".new");
        TransactionSynchronizationManager.registerSynchronization(new Move(waiting, place));
        try {
            Files.createDirectories(place.getParent());
            Files.copy(file, waiting);
            try (FileChannel written = FileChannel.open(waiting, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The file stands before its row can be seen; a file without a row harms nobody, a row without a file does. */
    private record Move(Path waiting, Path place) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            try {
                Files.move(waiting, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
                Temporary.delete(waiting);
                Temporary.delete(place);
            }
        }
    }
}
