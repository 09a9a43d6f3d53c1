package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server that keeps a user's data, with the program around it dying at the worst moments. */
class EmbeddedDatabaseTest {

    private static final String WORD = "acknowledged ";

    @TempDir
    private Path data;

    @Test
    void losesNoAcknowledgedRowWhenTheProgramIsKilled() throws Exception {
        Process program = ServerInItsOwnProgram.start(data);
        long acknowledged;
        ProcessHandle leftOver;
        try (BufferedReader said = program.inputReader()) {
            waitFor(300, said);
            leftOver = server();
            // Through the handle, as Process itself would throw away what was said and not yet read.
            program.toHandle().destroyForcibly();
            acknowledged = lastOf(said);
        }
        assertThat(leftOver.isAlive()).as("the server outlives its program").isTrue();

        try (EmbeddedServer again = EmbeddedServer.start(data)) {
            assertThat(leftOver.isAlive()).isFalse();
            assertThat(as(again, EmbeddedServer.OWNER)
                            .sql("SELECT count(*) FROM acknowledged WHERE number <= ?")
                            .param(acknowledged)
                            .query(Long.class)
                            .single())
                    .isEqualTo(acknowledged);
        }
        assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesASecondProgramOnTheSameFolderAndTheFirstGoesOn() throws Exception {
        Process first = ServerInItsOwnProgram.start(data);
        try (BufferedReader said = first.inputReader()) {
            waitFor(1, said);
            assertThatThrownBy(() -> EmbeddedServer.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("正被另一个正在运行的程序使用")
                    .hasMessageContaining("is in use by another running program");
            waitFor(500, said);
        } finally {
            first.destroyForcibly().waitFor();
            EmbeddedServer.start(data).close();
        }
    }

    @Test
    void waitsForTheDiskAtEveryCommit() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            JdbcClient jdbc = as(server, EmbeddedServer.APP);
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(jdbc.sql("SHOW " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(jdbc.sql("SHOW server_encoding").query(String.class).single())
                    .isEqualTo("UTF8");
        }
    }

    @Test
    void startsAnewWhereTheFirstStartWasKilled() throws IOException {
        Files.createDirectories(data.resolve("cluster.unfinished"));
        Files.writeString(data.resolve("cluster.unfinished/postgresql.conf"), "half");
        Files.createDirectories(data.resolve("binaries/PG-half/bin"));
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            assertThat(as(server, EmbeddedServer.APP)
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
        assertThat(data.resolve("cluster.unfinished")).doesNotExist();
        assertThat(data.resolve("binaries/PG-half")).doesNotExist();
    }

    @Test
    void leavesAStrangersProcessAloneAndDropsTheStaleNote() throws IOException {
        EmbeddedServer.start(data).close();
        Files.writeString(
                data.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        EmbeddedServer.start(data).close();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void printsARefusalAsASentence() {
        var analysis = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((needsAContext, failure) -> {}))
                .stream()
                .map(analyzer ->
                        analyzer.analyze(new IllegalStateException(new StartRefused("句。 Sentence.", "remedy"))))
                .filter(found -> found != null)
                .toList();
        assertThat(analysis).singleElement().satisfies(found -> {
            assertThat(found.getDescription()).isEqualTo("句。 Sentence.");
            assertThat(found.getAction()).isEqualTo("remedy");
        });
    }

    private ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(data.resolve("cluster/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void waitFor(int number, BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.equals(WORD + number)) {
            line = said.readLine();
        }
        assertThat(line).isEqualTo(WORD + number);
    }

    private static long lastOf(BufferedReader said) {
        // The last line may have been cut off by the kill: only whole numbers in sequence count.
        return said.lines()
                .filter(line -> line.startsWith(WORD))
                .mapToLong(line -> Long.parseLong(line.substring(WORD.length())))
                .reduce(300, (last, next) -> next == last + 1 ? next : last);
    }

    private static JdbcClient as(EmbeddedServer server, String role) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), role, ""));
    }
}
