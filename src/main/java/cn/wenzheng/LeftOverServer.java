package cn.wenzheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Clears away what a killed program left of its server.
 *
 * <p>The server outlives a killed JVM, and its note {@code postmaster.pid} makes the next start fail. Only a process
 * that runs our own unpacked binary is stopped: the number in the note may belong to anybody by now.
 */
final class LeftOverServer {

    private static final int GENTLE_SECONDS = 10;
    private static final int HARD_SECONDS = 10;

    private LeftOverServer() {}

    /** Stops the server that still runs on this cluster; the caller holds the folder's lock. */
    static void stop(Path cluster, Path binaries) throws IOException {
        Path note = cluster.resolve("postmaster.pid");
        if (Files.notExists(note)) {
            return;
        }
        Path ours = binaries.toRealPath();
        ProcessHandle process = ProcessHandle.of(pidIn(note)).orElse(null);
        if (process == null) {
            return;
        }
        Path program = process.info().command().map(Path::of).orElse(null);
        if (program == null) {
            return;
        }
        if (program.startsWith(ours)) {
            stop(process);
        } else if (!program.getFileName().toString().startsWith("postgres")) {
            Files.delete(note);
        }
    }

    private static long pidIn(Path note) throws IOException {
        return Files.readAllLines(note).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(-1L);
    }

    private static void stop(ProcessHandle process) throws IOException {
        process.destroy();
        if (!ended(process, GENTLE_SECONDS)) {
            process.destroyForcibly();
            if (!ended(process, HARD_SECONDS)) {
                throw new IOException(
                        "the database server left over from the last run does not stop: process " + process.pid());
            }
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) throws IOException {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException(failure);
        }
    }
}
