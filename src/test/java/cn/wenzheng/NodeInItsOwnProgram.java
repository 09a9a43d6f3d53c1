package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Visitor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The whole product as a program of its own, one node of several on one database. */
final class NodeInItsOwnProgram implements AutoCloseable {

    private final int port = freePort();
    private final Path log;
    private final Process process;

    private NodeInItsOwnProgram(Path log, String profile, List<String> settings) throws IOException {
        this.log = log;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Wenzheng.class.getName(),
                "--spring.profiles.active=" + profile,
                "--server.port=" + port));
        settings.forEach(setting -> command.add("--" + setting));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    static NodeInItsOwnProgram start(Path log, String profile, TestDatabase database, String... more)
            throws IOException {
        List<String> settings = new ArrayList<>(database.settings());
        settings.addAll(List.of(more));
        return new NodeInItsOwnProgram(log, profile, settings);
    }

    /** Without the test runner's own jar, which names everything a second time. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("surefirebooter"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(240))
                .pollInterval(Duration.ofMillis(250))
                .failFast("the program has ended", () -> !process.isAlive())
                .ignoreExceptionsInstanceOf(IllegalStateException.class)
                .untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
    }

    int readiness() {
        return visitor().get("/actuator/health/readiness").statusCode();
    }

    Visitor visitor() {
        return new Visitor(port);
    }

    int port() {
        return port;
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As an administrator stops it. */
    void terminate() {
        process.destroy();
    }

    /** As a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exit() throws InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("stopped in time").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
