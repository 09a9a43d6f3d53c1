package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running application reads and writes rows and is the owner of nothing. */
class ApplicationRoleTest {

    private static TestDatabase database;
    private static JdbcClient application;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
        application = JdbcClient.create(database.app());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE wenzheng.mine (id integer)",
                "CREATE TABLE public.mine (id integer)",
                "CREATE SCHEMA mine",
                "ALTER TABLE unit ADD COLUMN mine integer",
                "DROP TABLE unit",
                "TRUNCATE unit",
                "CREATE INDEX mine ON unit (name)",
                "ALTER TABLE act_ru_task DROP COLUMN name_",
                "DROP TABLE act_ru_task",
                "DROP INDEX wenzheng_job_by_due_date",
                "UPDATE flyway_schema_history SET success = false"
            })
    void mayNotChangeWhatTablesThereAre(String command) {
        assertThatThrownBy(() -> application.sql(command).update())
                .hasStackTraceContaining("ERROR: ")
                .satisfies(thrown -> assertThat(thrown.getCause().getMessage())
                        .matches("(?s).*(permission denied|must be owner).*"));
    }

    @Test
    void mayReadAndWriteRows() {
        application
                .sql("INSERT INTO unit (code, name, level) VALUES ('0000', '中心', 1)")
                .update();
        application.sql("UPDATE unit SET name = '市民服务中心'").update();
        assertThat(application.sql("SELECT name FROM unit").query(String.class).single())
                .isEqualTo("市民服务中心");
        assertThat(application.sql("DELETE FROM unit").update()).isEqualTo(1);
        assertThat(application.sql("UPDATE act_ge_property SET rev_ = rev_").update())
                .isPositive();
    }

    @Test
    void ownsNothing() {
        String owned =
                "SELECT count(*) FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)";
        assertThat(application.sql(owned).query(Integer.class).single()).isZero();
        assertThat(JdbcClient.create(database.owner())
                        .sql(owned)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void findsTheEngineWithoutItsCaseManagement() {
        assertThat(application
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(44);
    }

    @Test
    void isRefusedWhenItIsTheOwner() {
        TestDatabase empty = TestDatabase.empty();
        DataSource owner = empty.owner();
        String role = JdbcClient.create(owner)
                .sql("SELECT current_user")
                .query(String.class)
                .single();
        Flyway flyway =
                Migrations.configure(Flyway.configure().dataSource(owner), role).load();
        assertThatThrownBy(flyway::migrate).hasStackTraceContaining("不得是数据表的所有者");
        assertThat(JdbcClient.create(owner)
                        .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
