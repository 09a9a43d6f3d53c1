package cn.wenzheng;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Who lives in the database; asked before anything is changed there.
 *
 * @param strangers true when another program's tables stand where ours would
 * @param city true when a city has moved in, or its first administrator is awaited
 * @param demo true when it is the demo city, whose passwords everybody knows
 */
record Residents(boolean strangers, boolean city, boolean demo) {

    private static final String KNOWN = "SELECT to_regclass('wenzheng.flyway_schema_history') IS NOT NULL";

    /** Tables that belong to an extension are the database's own. */
    private static final String TABLES = """
            SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                           WHERE n.nspname IN ('public', 'wenzheng') AND c.relkind IN ('r', 'p')
                             AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))""";

    private static final String MOVED_IN = """
            SELECT EXISTS (SELECT 1 FROM pg_attribute
                           WHERE attrelid = to_regclass('wenzheng.demo_city') AND attname = 'moved_in')""";

    static Residents of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!is(statement, KNOWN)) {
                return new Residents(is(statement, TABLES), false, false);
            }
            boolean city = holds(statement, "unit");
            // Before the mark there was no other city than the demo city.
            boolean demo = is(statement, MOVED_IN) ? is(statement, "SELECT moved_in FROM wenzheng.demo_city") : city;
            return new Residents(false, city || holds(statement, "setup_code"), demo);
        }
    }

    private static boolean holds(Statement statement, String table) throws SQLException {
        return is(statement, "SELECT to_regclass('wenzheng." + table + "') IS NOT NULL")
                && is(statement, "SELECT EXISTS (SELECT 1 FROM wenzheng." + table + ")");
    }

    private static boolean is(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Refuses the start where the profile and who lives here do not fit. */
    void requireFit(Environment environment) {
        if (strangers) {
            throw new StartRefused(
                    "数据库里已有其他程序的数据表，问政不会使用它。 The database holds another program's tables; Wenzheng leaves"
                            + " it alone.",
                    "请为问政单独建立一个空的数据库。 Create an empty database for Wenzheng alone.");
        }
        if (demo && environment.acceptsProfiles(Profiles.of("production"))) {
            throw new StartRefused(
                    "生产环境不能使用含有演示账号的数据库，演示账号的密码是公开的。 Profile production does not start on a database"
                            + " with demo accounts, whose passwords are published.",
                    "请为生产环境新建一个空的数据库。 Create a new, empty database for production.");
        }
        if (city && !demo && environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new StartRefused(
                    "这是一座正式城市的数据库，不能用 demo 方式启动。 This is a real city's database; it is not started in"
                            + " profile demo.",
                    "请将 SPRING_PROFILES_ACTIVE 设为 production，或为演示另用一个空的数据库。 Set SPRING_PROFILES_ACTIVE to"
                            + " production, or use another, empty database for the demo.");
        }
    }
}
