package cn.wenzheng;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, which keeps a user's data in a folder and loses nothing that was acknowledged.
 *
 * <p>It is there so that the product runs where only a JDK is installed. Whoever may log in on the machine may also
 * connect to it, so it is for trial and for single-user machines; a city's own database is external.
 */
final class EmbeddedServer implements Closeable {

    /** Owner of the database and its schemas: runs the migrations. */
    static final String OWNER = "wenzheng_owner";

    /** The running application: reads and writes rows, owns nothing. */
    static final String APP = "wenzheng_app";

    private static final String DATABASE = "wenzheng";
    /** Recovery after a crash may take long; a start that fails says so at once all the same. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final FolderLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(FolderLock lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts the server on its folder, whatever the last run left there.
     *
     * @throws StartRefused when another program works on the folder
     */
    static EmbeddedServer start(Path folder) throws IOException {
        FolderLock lock = FolderLock.take(folder);
        try {
            return new EmbeddedServer(lock, new Starting(folder).run());
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
    }

    /** One start; the folder is locked. */
    private record Starting(Path folder, Path binaries, Path cluster, Path unfinished) {

        Starting(Path folder) {
            this(folder, folder.resolve("binaries"), folder.resolve("cluster"), folder.resolve("cluster.unfinished"));
        }

        EmbeddedPostgres run() throws IOException {
            dropHalfUnpackedBinaries();
            if (Files.notExists(cluster)) {
                create();
            }
            LeftOverServer.stop(cluster, binaries);
            return open(cluster);
        }

        /** The first start works beside the final place and moves there when whole: a kill leaves nothing half made. */
        private void create() throws IOException {
            LeftOverServer.stop(unfinished, binaries);
            FileSystemUtils.deleteRecursively(unfinished);
            try (EmbeddedPostgres first = open(unfinished);
                    var connection = first.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                for (String command : List.of(
                        "CREATE ROLE " + OWNER + " LOGIN",
                        "CREATE ROLE " + APP + " LOGIN",
                        "CREATE DATABASE " + DATABASE + " OWNER " + OWNER)) {
                    statement.execute(command);
                }
            } catch (SQLException failure) {
                throw new IOException(failure);
            }
            Files.move(unfinished, cluster);
        }

        /** A kill during unpacking leaves a folder that the library neither uses nor replaces. */
        private void dropHalfUnpackedBinaries() throws IOException {
            Files.createDirectories(binaries);
            try (var versions = Files.newDirectoryStream(binaries)) {
                for (Path version : versions) {
                    if (Files.notExists(version.resolve(".exists"))) {
                        FileSystemUtils.deleteRecursively(version);
                    }
                }
            }
        }

        private EmbeddedPostgres open(Path data) throws IOException {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    // Asked through an own object, because the library remembers unpacked binaries per resolver.
                    .setPgBinaryResolver(
                            (system, machine) -> DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine))
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setPGStartupWait(LONGEST_START)
                    .start();
        }
    }
}
