package cn.wenzheng.channel.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps an uploaded file in the database, in parts: every node can go on with it and no node needs it whole. */
@Component
class ImportParts {

    private static final int SIZE = 1 << 20;

    private final JdbcClient jdbc;

    ImportParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the file; answers its SHA-256. */
    byte[] keep(UUID id, InputStream file) {
        MessageDigest digest = sha256();
        try (InputStream reading = new DigestInputStream(file, digest)) {
            int part = 0;
            for (byte[] content = reading.readNBytes(SIZE); content.length > 0; content = reading.readNBytes(SIZE)) {
                jdbc.sql("INSERT INTO import_part (import, part, content) VALUES (?, ?, ?)")
                        .params(id, part++, content)
                        .update();
            }
            return digest.digest();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file from its beginning. */
    InputStream open(UUID id) {
        return new SequenceInputStream(new Enumeration<>() {

            private int part;
            private Optional<byte[]> next = read(id, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                InputStream content = new ByteArrayInputStream(next.orElseThrow());
                next = read(id, ++part);
                return content;
            }
        });
    }

    private Optional<byte[]> read(UUID id, int part) {
        return jdbc.sql("SELECT content FROM import_part WHERE import = ? AND part = ?")
                .params(id, part)
                .query(byte[].class)
                .optional();
    }

    void forget(UUID id) {
        jdbc.sql("DELETE FROM import_part WHERE import = ?").param(id).update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
