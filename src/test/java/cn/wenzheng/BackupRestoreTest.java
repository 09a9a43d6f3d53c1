package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Citizen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What {@code docs/operations.md} says about back-up and restore is done word for word, on a server as an administrator
 * has one, with a city that works.
 */
@ExtendWith(SystemServer.Needed.class)
class BackupRestoreTest {

    private static final String LIGHTING = "0106";
    private static final String PICTURE = "picture of a lamp";

    @TempDir
    private Path folder;

    @Test
    void aCityThatWasBackedUpGoesOnWhereItStood() throws Exception {
        String document = Files.readString(Path.of("docs", "operations.md"));
        try (SystemServer server = SystemServer.start(folder)) {
            server.sql(block(document, "An external PostgreSQL", "sql"));
            Citizen citizen = beginsWork(server);
            Map<String, Long> before = counts(server, "wenzheng");
            server.shell(block(document, "Back up", "sh"));
            server.shell(block(document, "Restore", "sh"));

            assertThat(counts(server, "wenzheng_restored")).isEqualTo(before).containsKey("large objects");
            assertThat(picture(server)).isEqualTo(PICTURE);
            goesOn(server, citizen);
        }
    }

    /** One petition waits at its unit, and the application has stored a file. */
    private Citizen beginsWork(SystemServer server) throws Exception {
        try (ProductInItsOwnProgram product = ProductInItsOwnProgram.start(server.url("wenzheng"), folder)) {
            Citizen citizen = Citizen.files(product.stranger(), "路灯不亮", "新华街的路灯坏了三天");
            product.clerk("operator").accepts(citizen.number()).ok();
            product.clerk("dispatcher").assigns(citizen.number(), LIGHTING).ok();
            jdbc(server, "wenzheng", "wenzheng_app")
                    .sql("SELECT lo_from_bytea(4711, convert_to(?, 'UTF8'))")
                    .param(PICTURE)
                    .query(Long.class)
                    .single();
            return citizen;
        }
    }

    private void goesOn(SystemServer server, Citizen citizen) throws Exception {
        String number = citizen.number();
        try (ProductInItsOwnProgram product = ProductInItsOwnProgram.start(server.url("wenzheng_restored"), folder)) {
            product.clerk(LIGHTING).answers(number, "已派班组", "路灯已修好").ok();
            product.clerk("reviewer").passes(number).ok();
            product.clerk("reviewer").closes(number).ok();
            assertThat(product.stranger()
                            .with("X-Query-Code", citizen.queryCode())
                            .get("/api/petitions/" + number)
                            .ok()
                            .path("status")
                            .asText())
                    .isEqualTo("closed");
            assertThat(product.clerk("auditor")
                            .caller()
                            .get("/api/audit/journal?petition=" + number + "&kind=step")
                            .ok()
                            .path("total")
                            .asInt())
                    .isGreaterThanOrEqualTo(6);
        }
    }

    private static String picture(SystemServer server) {
        return jdbc(server, "wenzheng_restored", "wenzheng_app")
                .sql("SELECT convert_from(lo_get(4711), 'UTF8')")
                .query(String.class)
                .single();
    }

    /** The rows of every table, and the large objects. */
    private static Map<String, Long> counts(SystemServer server, String database) {
        JdbcClient jdbc = jdbc(server, database, "postgres");
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('wenzheng', 'public')")
                .query(String.class)
                .list()
                .forEach(table -> counts.put(
                        table,
                        jdbc.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
        counts.put(
                "large objects",
                jdbc.sql("SELECT count(*) FROM pg_largeobject_metadata")
                        .query(Long.class)
                        .single());
        assertThat(counts).containsKeys("wenzheng.petition", "wenzheng.journal", "public.act_ru_task");
        return counts;
    }

    private static JdbcClient jdbc(SystemServer server, String database, String role) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(database), role, ""));
    }

    /** The first block in this language below the heading. */
    private static String block(String document, String heading, String language) {
        Matcher block = Pattern.compile("(?s)\n## " + heading + "\n.*?```" + language + "\n(.*?)```")
                .matcher(document);
        assertThat(block.find()).as(heading).isTrue();
        return block.group(1);
    }
}
