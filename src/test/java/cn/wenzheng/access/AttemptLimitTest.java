package cn.wenzheng.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.StillClock;
import cn.wenzheng.TestDatabase;
import cn.wenzheng.access.AttemptLimit.Attempt;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AttemptLimitTest {

    private static final AttemptLimit LIMIT = new AttemptLimit("door", 3, Duration.ofMinutes(15));
    private static final Attempt A = LIMIT.on("a");
    private static final Attempt B = LIMIT.on("b");

    private static DataSource database;
    private static DataSourceTransactionManager transactions;

    private final StillClock clock = new StillClock();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Attempts here = new Attempts(jdbc, transactions, clock);
    private final Attempts there = new Attempts(jdbc, transactions, clock);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated().app();
        transactions = new DataSourceTransactionManager(database);
    }

    @BeforeEach
    void nothingHasFailed() {
        jdbc.sql("DELETE FROM attempt").update();
    }

    @Test
    void closesAfterTheLastFailureThatIsLetThrough() {
        fail(here, 2);
        assertThat(here.areOver(A)).isFalse();
        fail(here, 1);
        assertThat(here.areOver(A)).isTrue();
        assertThat(here.areOver(B)).isFalse();
        assertThat(here.areOver(B, A)).isTrue();
    }

    @Test
    void addsUpWhatFailedOnSeveralNodes() {
        fail(here, 1);
        fail(there, 2);
        assertThat(here.areOver(A)).isTrue();
        assertThat(there.areOver(A)).isTrue();
    }

    @Test
    void isOneCountForEachDoor() {
        fail(here, 3);
        assertThat(here.areOver(new AttemptLimit("other door", 3, Duration.ofMinutes(15)).on("a")))
                .isFalse();
    }

    @Test
    void opensWhenThePauseIsOver() {
        fail(here, 3);
        clock.shows("2026-03-10 10:14:59.999");
        assertThat(here.areOver(A)).isTrue();
        clock.shows("2026-03-10 10:15");
        assertThat(here.areOver(A)).isFalse();
        fail(here, 1);
        assertThat(here.areOver(A)).isFalse();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(here, 2);
        here.succeeded(A);
        fail(here, 2);
        assertThat(here.areOver(A)).isFalse();
    }

    @Test
    void keepsTheCountOfARequestThatWasRolledBack() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    fail(here, 3);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(here.areOver(A)).isTrue();
    }

    @Test
    void clearsAwayWhatIsForgotten() {
        fail(here, 1);
        clock.shows("2026-03-10 10:15");
        here.failed(B);
        assertThat(jdbc.sql("SELECT key FROM attempt").query(String.class).list())
                .containsExactly(B.key());
    }

    @Test
    void writesDownNothingThatWasTried() {
        here.failed(LIMIT.on("my-secret-password"));
        assertThat(jdbc.sql("SELECT count(*) FROM attempt WHERE attempt::text LIKE '%secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void fail(Attempts attempts, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(A);
        }
    }
}
