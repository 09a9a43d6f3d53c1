package cn.wenzheng.petition.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bytes stay when the transaction does, and are gone when it is not committed, wherever they are kept. */
class AttachmentStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final UUID id = UUID.randomUUID();
    private final byte[] content = new byte[300_000];
    private final DataSource application = DATABASE.app();
    private final JdbcClient jdbc = JdbcClient.create(application);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(application));

    @TempDir
    private Path folder;

    private AttachmentStore store(AttachmentSettings.Store where) {
        AttachmentSettings settings = new AttachmentSettings(where, folder.resolve("kept"));
        return new AttachmentStore(
                settings,
                new LargeObjects(new JdbcTemplate(application), jdbc),
                new AttachmentFolder(settings, folder));
    }

    private CleanedFile file() throws IOException {
        new Random(7).nextBytes(content);
        Path path = Files.write(folder.resolve("cleaned"), content);
        return new CleanedFile(AttachmentType.JPEG, path, new byte[32], null);
    }

    @ParameterizedTest
    @EnumSource(AttachmentSettings.Store.class)
    void givesBackWhatItKept(AttachmentSettings.Store where) throws IOException {
        AttachmentStore store = store(where);
        CleanedFile file = file();
        Long number = transaction.execute(begun -> store.keep(id, file));
        assertThat(number == null).isEqualTo(where == AttachmentSettings.Store.FOLDER);
        assertThat(read(store, number)).isEqualTo(content);
        AttachmentSettings.Store other = AttachmentSettings.Store.values()[1 - where.ordinal()];
        assertThat(read(store(other), number))
                .as("after the setting has changed")
                .isEqualTo(content);
    }

    @Test
    void keepsNoFileOfATransactionThatFailed() throws IOException {
        AttachmentStore store = store(AttachmentSettings.Store.FOLDER);
        CleanedFile file = file();
        assertThatThrownBy(() -> transaction.executeWithoutResult(begun -> {
                    store.keep(id, file);
                    assertThat(keptFiles()).as("under a temporary name").isOne();
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(keptFiles()).isZero();
        transaction.executeWithoutResult(begun -> store.keep(id, file));
        assertThat(keptFiles()).isOne();
    }

    @Test
    void keepsNoLargeObjectOfATransactionThatFailed() throws IOException {
        AttachmentStore store = store(AttachmentSettings.Store.DATABASE);
        CleanedFile file = file();
        long before = largeObjects();
        transaction.executeWithoutResult(begun -> {
            store.keep(id, file);
            begun.setRollbackOnly();
        });
        assertThat(largeObjects()).isEqualTo(before);
    }

    @Test
    void largeObjectsBelongToTheOwnerWhoDumpsThem() throws IOException {
        AttachmentStore store = store(AttachmentSettings.Store.DATABASE);
        CleanedFile file = file();
        Long number = transaction.execute(begun -> store.keep(id, file));
        byte[] dumped = JdbcClient.create(DATABASE.owner())
                .sql("SELECT lo_get(?::oid)")
                .param(number)
                .query(byte[].class)
                .single();
        assertThat(dumped).isEqualTo(content);
        assertThatThrownBy(() -> jdbc.sql("SELECT lo_unlink(?::oid)")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .rootCause()
                .hasMessageContaining("owner");
    }

    private byte[] read(AttachmentStore store, Long number) {
        return transaction.execute(begun -> {
            try (InputStream in = store.open(id, number)) {
                return in.readAllBytes();
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }

    private long keptFiles() {
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private long largeObjects() {
        return JdbcClient.create(DATABASE.owner())
                .sql("SELECT count(*) FROM pg_largeobject_metadata")
                .query(Long.class)
                .single();
    }
}
