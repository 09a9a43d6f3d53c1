package cn.wenzheng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.TestDatabase;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal, as the running application may use it. */
@SpringJUnitConfig
class JournalTest {

    private static final Instant NOW = Instant.parse("2026-03-16T01:00:00Z");
    private static final Actor SYSTEM = Actor.system(Door.ENGINE);

    @Configuration
    @EnableTransactionManagement
    static class House {

        @Bean
        DataSource application() {
            return TestDatabase.migrated().app();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource application) {
            return new JdbcTransactionManager(application);
        }

        @Bean
        JournalRows rows(DataSource application) {
            return new JournalRows(JdbcClient.create(application));
        }

        @Bean
        Journal journal(JournalRows rows) {
            return new TransactionalJournal(rows, JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));
        }
    }

    @Autowired
    private DataSource application;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalRows rows;

    @Test
    void tellsWhoDidWhatWhenAndThroughWhichDoor() {
        inTransaction(() -> journal.done(
                SYSTEM, "petition-accepted", "WZ-1", Map.of("status", "received"), Map.of("status", "accepted")));

        AuditEntry entry = trail("WZ-1").get(0);
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.actor()).isEqualTo("system");
        assertThat(entry.door()).isEqualTo(Door.ENGINE);
        assertThat(entry.action()).isEqualTo("petition-accepted");
        assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        assertThat(entry.before()).isEqualTo("{\"status\": \"received\"}");
        assertThat(entry.after()).isEqualTo("{\"status\": \"accepted\"}");
    }

    @Test
    void whatIsRolledBackWasNeverDone() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            journal.done(SYSTEM, "petition-accepted", "WZ-2", Map.of(), Map.of());
            status.setRollbackOnly();
        });

        assertThat(trail("WZ-2")).isEmpty();
    }

    @Test
    void doneIsWrittenOnlyWithTheChange() {
        assertThatThrownBy(() -> journal.done(SYSTEM, "petition-accepted", "WZ-3", Map.of(), Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRefusalStaysWhateverBecomesOfTheRest() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            journal.refused(SYSTEM, "handle", "WZ-4", "state-does-not-allow");
            status.setRollbackOnly();
        });

        AuditEntry entry = trail("WZ-4").get(0);
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.reason()).isEqualTo("state-does-not-allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET actor = 'nobody'",
                "UPDATE journal SET at = at WHERE false",
                "DELETE FROM journal",
                "TRUNCATE journal",
                "DROP TABLE journal",
                "ALTER TABLE journal DISABLE TRIGGER ALL",
                "ALTER TABLE journal ADD COLUMN mine integer",
                "ALTER TABLE journal OWNER TO CURRENT_USER",
                "CREATE TRIGGER mine BEFORE INSERT ON journal EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE RULE mine AS ON INSERT TO journal DO INSTEAD NOTHING",
                "INSERT INTO journal (id, at, actor, door, action, outcome, before, after) OVERRIDING SYSTEM VALUE"
                        + " VALUES (1, now(), 'x', 'api', 'x', 'done', '{}', '{}') ON CONFLICT (id) DO UPDATE SET actor = 'y'",
                "SET session_replication_role = replica"
            })
    void theApplicationCannotChangeIt(String command) {
        inTransaction(() -> journal.done(SYSTEM, "petition-accepted", "WZ-5", Map.of(), Map.of()));
        List<AuditEntry> before = trail("WZ-5");

        assertThatThrownBy(() -> JdbcClient.create(application).sql(command).update())
                .hasStackTraceContaining("ERROR: ")
                .satisfies(thrown -> assertThat(thrown.getCause().getMessage())
                        .matches("(?s).*(permission denied|must be owner|must be able to SET ROLE).*"));
        assertThat(trail("WZ-5")).isEqualTo(before);
    }

    private List<AuditEntry> trail(String petition) {
        return rows.trail(petition, Window.of(0, 200));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
