package cn.wenzheng;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A database of its own for a test: all migrations are in, no row is.
 *
 * <p>One server serves all tests of a JVM; the migrations run once, into a template that every test's database is a
 * copy of. With Spring write {@link WithDatabase} on the test class; without, call {@link #migrated()}.
 */
public final class TestDatabase {

    private static final String OWNER = "test_owner";
    private static final String APP = "test_app";
    private static final String TEMPLATE = "template_migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<ConfigurableApplicationContext> CONTEXTS = ConcurrentHashMap.newKeySet();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new database with every table. */
    public static TestDatabase migrated() {
        String name = "test_" + COUNT.incrementAndGet();
        Server.execute("CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE " + TEMPLATE);
        return new TestDatabase(name);
    }

    /** A new database with nothing in it. */
    public static TestDatabase empty() {
        String name = "test_" + COUNT.incrementAndGet();
        Server.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
        return new TestDatabase(name);
    }

    /**
     * A database as an earlier release has left it, with its owner's and its application's rights.
     *
     * @param dump a dump of {@code pg_dump --inserts}, packed, on the class path
     */
    static TestDatabase restored(String dump) {
        TestDatabase database = empty();
        try (InputStream packed = TestDatabase.class.getResourceAsStream(dump);
                InputStream unpacked = new GZIPInputStream(Objects.requireNonNull(packed))) {
            String commands = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("wenzheng_owner", OWNER)
                    .replace("wenzheng_app", APP);
            PGSimpleDataSource everything = database.dataSource("postgres");
            everything.setPreferQueryMode(PreferQueryMode.SIMPLE);
            Server.execute(everything, commands);
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Connects as the running application does. */
    public DataSource app() {
        return dataSource(APP);
    }

    /** Connects as the owner of the tables. */
    public DataSource owner() {
        return dataSource(OWNER);
    }

    /** What an administrator would set for this database; the server asks for no password. */
    public List<String> settings() {
        return List.of(
                "spring.datasource.url=" + url(),
                "spring.datasource.username=" + APP,
                "spring.datasource.password=anything",
                "spring.flyway.user=" + OWNER,
                "spring.flyway.password=anything");
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
    }

    private PGSimpleDataSource dataSource(String role) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(role);
        dataSource.setCurrentSchema("wenzheng,public");
        return dataSource;
    }

    /** Gives the context of a test a new database; see {@link WithDatabase}. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use(migrated(), context);
        }

        static void use(TestDatabase database, ConfigurableApplicationContext context) {
            TestPropertyValues.of(database.settings())
                    // Many contexts stay open beside each other.
                    .and("spring.datasource.hikari.minimum-idle=1", "wenzheng.drain=0s")
                    // Nobody learns behind the back of a test.
                    .and("wenzheng.triage.model.cold-start=false")
                    .applyTo(context);
            CONTEXTS.add(context);
        }
    }

    /** Gives the context of a test a database with nothing in it, as a city has that begins. */
    public static final class Empty implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Initializer.use(empty(), context);
        }
    }

    /** Started by the first test that asks for a database. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                for (String command : List.of(
                        "CREATE ROLE " + OWNER + " LOGIN",
                        "CREATE ROLE " + APP + " LOGIN",
                        "CREATE DATABASE " + TEMPLATE + " OWNER " + OWNER)) {
                    execute(server, command);
                }
                var template = Flyway.configure().dataSource(server.getDatabase(OWNER, TEMPLATE));
                Migrations.configure(template, APP).load().migrate();
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The engines end first: without a database they would wait half a minute each. */
        private static void stop(EmbeddedPostgres server) {
            CONTEXTS.forEach(ConfigurableApplicationContext::close);
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        static void execute(String command) {
            execute(POSTGRES, command);
        }

        private static void execute(EmbeddedPostgres server, String command) {
            execute(server.getPostgresDatabase(), command);
        }

        static void execute(DataSource database, String command) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(command);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
