package cn.wenzheng.petition.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files as PostgreSQL's large objects, written and read piece by piece; a transaction must be running. */
@Component
class LargeObjects {

    private final JdbcTemplate connections;
    private final JdbcClient jdbc;

    LargeObjects(JdbcTemplate connections, JdbcClient jdbc) {
        this.connections = connections;
        this.jdbc = jdbc;
    }

    long keep(Path file) {
        long number = jdbc.sql("SELECT new_large_object()").query(Long.class).single();
        with(number, LargeObjectManager.WRITE, object -> {
            try (OutputStream out = object.getOutputStream()) {
                Files.copy(file, out);
            }
        });
        return number;
    }

    void copy(long number, Path file) {
        with(number, LargeObjectManager.READ, object -> {
            try (InputStream in = object.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private interface Work {
        void with(LargeObject object) throws IOException, SQLException;
    }

    private void with(long number, int mode, Work work) {
        connections.execute((Connection connection) -> {
            LargeObjectManager manager = connection.unwrap(PGConnection.class).getLargeObjectAPI();
            try (LargeObject object = manager.open(number, mode)) {
                work.with(object);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return true;
        });
    }
}
