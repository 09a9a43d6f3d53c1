package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Which city starts on which database, and in which profile. */
class ResidentsTest {

    private static final String CENTRE = "INSERT INTO unit (code, name, level) VALUES ('0000', '中心', 1)";

    @Test
    void anEmptyDatabaseIsForEverybody() throws SQLException {
        assertStarts(TestDatabase.empty(), "demo", "production");
        assertStarts(TestDatabase.migrated(), "demo", "production");
    }

    @Test
    void productionKeepsAwayFromDemoAccounts() throws SQLException {
        TestDatabase demo = TestDatabase.migrated();
        execute(demo, CENTRE, "UPDATE demo_city SET moved_in = true");
        assertStarts(demo, "demo");
        assertRefused(demo, "production", "含有演示账号", "with demo accounts");
    }

    @Test
    void theDemoKeepsAwayFromARealCity() throws SQLException {
        TestDatabase city = TestDatabase.migrated();
        execute(city, CENTRE);
        assertStarts(city, "production");
        assertRefused(city, "demo", "正式城市的数据库", "a real city's database");
    }

    @Test
    void theDemoKeepsAwayFromACityWhoseFirstAdministratorIsAwaited() throws SQLException {
        TestDatabase city = TestDatabase.migrated();
        execute(city, "INSERT INTO setup_code (hash, ends_at) VALUES (repeat('0', 64), '2026-03-10T10:00Z')");
        assertStarts(city, "production");
        assertRefused(city, "demo", "正式城市的数据库", "a real city's database");
    }

    @Test
    void bothKeepAwayFromAnotherProgramsTables() throws SQLException {
        for (String schema : new String[] {"public", "wenzheng"}) {
            TestDatabase others = TestDatabase.empty();
            execute(others, "CREATE SCHEMA IF NOT EXISTS " + schema, "CREATE TABLE " + schema + ".orders (id integer)");
            assertRefused(others, "demo", "其他程序的数据表", "another program's tables");
            assertRefused(others, "production", "其他程序的数据表", "another program's tables");
        }
    }

    @Test
    void aCityFromBeforeTheMarkIsADemoCity() throws SQLException {
        TestDatabase old = TestDatabase.migrated();
        execute(old, CENTRE, "ALTER TABLE demo_city DROP COLUMN moved_in");
        assertStarts(old, "demo");
        assertRefused(old, "production", "含有演示账号", "with demo accounts");
    }

    @Test
    void theProfileIsOneOfTwo() {
        for (String profiles : new String[] {"demo,production", "staging"}) {
            new ApplicationContextRunner()
                    .withPropertyValues("spring.profiles.active=" + profiles)
                    .withInitializer(context -> assertThatThrownBy(() -> new OneProfile().initialize(context))
                            .isInstanceOf(StartRefused.class)
                            .hasMessageContaining("必须是 demo 或 production 之一")
                            .hasMessageContaining("configured is \"" + profiles + "\""))
                    .run(context -> assertThat(context).hasNotFailed());
        }
        new ApplicationContextRunner()
                .withPropertyValues("spring.profiles.active=production")
                .withInitializer(new OneProfile())
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static void assertStarts(TestDatabase database, String... profiles) throws SQLException {
        Residents residents = residents(database);
        for (String profile : profiles) {
            assertThatCode(() -> residents.requireFit(in(profile))).as(profile).doesNotThrowAnyException();
        }
    }

    private static void assertRefused(TestDatabase database, String profile, String zh, String en) throws SQLException {
        Residents residents = residents(database);
        assertThatThrownBy(() -> residents.requireFit(in(profile)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(zh)
                .hasMessageContaining(en);
    }

    private static Residents residents(TestDatabase database) throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            return Residents.of(connection);
        }
    }

    private static MockEnvironment in(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return environment;
    }

    private static void execute(TestDatabase database, String... commands) {
        for (String command : commands) {
            JdbcClient.create(database.owner()).sql(command).update();
        }
    }
}
