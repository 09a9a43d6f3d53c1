package cn.wenzheng;

import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Clerk;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The whole product as a program beside the test, as an administrator starts it. */
final class ProductInItsOwnProgram implements AutoCloseable {

    /** A first start on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process program;
    private final Caller caller;

    private ProductInItsOwnProgram(Process program, Caller caller) {
        this.program = program;
        this.caller = caller;
    }

    /** Starts it on the external database and waits until it is ready. */
    static ProductInItsOwnProgram start(String database, Path folder) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPath(),
                Wenzheng.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path log = folder.resolve("product-" + port + ".log");
        builder.redirectOutput(log.toFile());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("WENZHENG_DATA", folder.resolve("product").toString());
        builder.environment().put("SPRING_DATASOURCE_URL", database);
        builder.environment().put("SPRING_DATASOURCE_USERNAME", "wenzheng_app");
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", "…");
        builder.environment().put("SPRING_FLYWAY_USER", "wenzheng_owner");
        builder.environment().put("SPRING_FLYWAY_PASSWORD", "…");
        Process process = builder.start();
        ProductInItsOwnProgram product = new ProductInItsOwnProgram(process, Caller.nobody("http://127.0.0.1:" + port));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(Files.readString(log));
                    }
                })
                .ignoreExceptions()
                .until(() -> product.caller.get("/actuator/health/readiness").status() == 200);
        return product;
    }

    /** Without the tests: they bring models of their own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Caller stranger() {
        return caller;
    }

    Clerk clerk(String account) {
        return new Clerk(caller.as(account, "Wenzheng-demo-1"));
    }

    @Override
    public void close() throws IOException {
        program.destroy();
        try {
            if (!program.waitFor(30, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
