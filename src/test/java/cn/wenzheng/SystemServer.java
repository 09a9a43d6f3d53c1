package cn.wenzheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL of the operating system with a cluster of its own, as an administrator would have one. */
final class SystemServer implements AutoCloseable {

    /** A server does not run as root; Debian's packages bring this user. */
    private static final String USER = "postgres";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path folder;
    private final int port;

    private SystemServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Skips a test when there is no such server; with {@code -Dpostgresql.server=required} that is a failure. */
    static final class Needed implements ExecutionCondition {

        private static final String REASON = "no PostgreSQL server under /usr/lib/postgresql";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (installed().isPresent()) {
                return ConditionEvaluationResult.enabled("a server is there");
            }
            if ("required".equals(System.getProperty("postgresql.server"))) {
                throw new IllegalStateException(REASON);
            }
            return ConditionEvaluationResult.disabled(REASON);
        }
    }

    /** The newest version's programs. */
    private static Optional<Path> installed() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static SystemServer start(Path folder) throws IOException {
        SystemServer server = new SystemServer(installed().orElseThrow(), folder, freePort());
        if (ROOT) {
            server.run(List.of("chown", "-R", USER, folder.toString()));
        }
        server.asItsUser(
                "initdb", "-D", server.data(), "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
        String options = "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(server.port, folder);
        server.asItsUser(
                "pg_ctl", "-D", server.data(), "-l", folder.resolve("log").toString(), "-o", options, "-w", "start");
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Runs a script of the documentation as it stands there. */
    void shell(String script) {
        run(List.of("bash", "-c", script));
    }

    /** Runs commands of the documentation as a superuser. */
    void sql(String commands) throws IOException {
        Path file = Files.writeString(folder.resolve("commands.sql"), commands);
        run(List.of("psql", "--username=" + USER, "--dbname=postgres", "--set=ON_ERROR_STOP=1", "--file=" + file));
    }

    private void asItsUser(String program, String... arguments) {
        List<String> command = new ArrayList<>(ROOT ? List.of("runuser", "-u", USER, "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Path output = folder.resolve("output");
        builder.redirectOutput(output.toFile());
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", String.valueOf(port));
        try {
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + "\n" + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        asItsUser("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
    }
}
