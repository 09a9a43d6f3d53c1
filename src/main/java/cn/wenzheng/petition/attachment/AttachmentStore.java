package cn.wenzheng.petition.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the bytes of attachments, in the caller's transaction: they stay when it is committed, else they are gone. */
@Component
public class AttachmentStore {

    private final AttachmentSettings settings;
    private final LargeObjects largeObjects;
    private final AttachmentFolder folder;

    AttachmentStore(AttachmentSettings settings, LargeObjects largeObjects, AttachmentFolder folder) {
        this.settings = settings;
        this.largeObjects = largeObjects;
        this.folder = folder;
    }

    /**
     * Keeps a file.
     *
     * @return the number of the large object that holds it; null when it stands in the folder under its id
     */
    public @Nullable Long keep(UUID id, CleanedFile file) {
        if (settings.store() == AttachmentSettings.Store.DATABASE) {
            return largeObjects.keep(file.path());
        }
        folder.keep(id, file.path());
        return null;
    }

    /**
     * The bytes of a kept file, in a temporary place that ends with the stream: whoever reads slowly holds neither the
     * transaction nor its connection.
     */
    public InputStream open(UUID id, @Nullable Long largeObject) throws IOException {
        if (largeObject == null) {
            return Files.newInputStream(folder.place(id));
        }
        Path copy = Temporary.file();
        largeObjects.copy(largeObject, copy);
        return Temporary.readOnce(copy);
    }
}
