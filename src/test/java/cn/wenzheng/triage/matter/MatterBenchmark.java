package cn.wenzheng.triage.matter;

import cn.wenzheng.CityRows;
import cn.wenzheng.TestDatabase;
import cn.wenzheng.petition.PetitionStatus;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Says how long it takes to find the nearest among a million petitions, and what a petition costs to be found.
 *
 * <p>No part of the build, since times on a shared machine mean little. Run it with {@code mvn test
 * -Dtest=MatterBenchmark -Dpetitions=1000000 -Dtimes=400}.
 */
class MatterBenchmark {

    /** Of each place so many petitions in all, about fifteen issues. */
    private static final int AT_EACH_PLACE = 80;

    private final int petitions = Integer.getInteger("petitions", 1_000_000);
    private final int places = Math.max(1, petitions / AT_EACH_PLACE);
    private final int times = Integer.getInteger("times", 400);

    @Test
    void saysHowLongItTakesToFindTheNearest() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        new CityRows(database.app());
        JdbcTemplate owner = new JdbcTemplate(database.owner());
        Commonness commonness = Everyday.with(sample());
        long began = System.nanoTime();
        fill(database, commonness);
        System.out.printf("%d petitions written in %.0f s%n", petitions, seconds(began));
        began = System.nanoTime();
        owner.execute(
                "CREATE INDEX matter_signature_keys ON wenzheng.matter_signature USING gin (keys) WITH (fastupdate = off)");
        owner.execute("ANALYZE");
        System.out.printf("index built in %.0f s%n", seconds(began));
        System.out.printf(
                "%d bytes a petition, of these index %d%n",
                size(owner, "wenzheng.matter_signature"), size(owner, "wenzheng.matter_signature_keys"));
        measure(database);
    }

    private List<String> sample() {
        Townspeople people = new Townspeople(5, places);
        return IntStream.range(0, 5_000)
                .mapToObj(people::next)
                .map(said -> Everyday.plain(said.title(), said.text()))
                .toList();
    }

    /** Rows of a city that has worked for years; the indexes of other rooms and the references are of no matter here. */
    private void fill(TestDatabase database, Commonness commonness) throws Exception {
        try (Connection connection = database.owner().getConnection()) {
            connection.createStatement().execute("""
                    SET search_path TO wenzheng, public;
                    DROP INDEX petition_content_signs;
                    DROP INDEX matter_signature_keys;
                    ALTER TABLE petition_content DROP CONSTRAINT petition_content_petition_fkey;
                    ALTER TABLE matter_signature DROP CONSTRAINT matter_signature_petition_fkey;
                    """);
            copy(
                    connection,
                    "petition (number, version, status, since, round, channel, account, digest, query_code, urgency,"
                            + " hide_identity, may_be_public, backlog, received_at)",
                    (n, said) -> number(n) + "\t0\t"
                            + (n % 10 == 0 ? "ASSIGNED" : "CLOSED") + "\t" + said.at()
                            + "\t1\tPORTAL\t\t\\\\x00\tcode\tNORMAL\tf\tt\tf\t"
                            + said.at());
            copy(
                    connection,
                    "petition_content (petition, title, text, redacted_title, redacted_text)",
                    (n, said) -> number(n) + "\t" + said.title() + "\t" + said.text() + "\t" + said.title() + "\t"
                            + said.text());
            copy(
                    connection,
                    "matter_signature (petition, received_at, keys, storm)",
                    (n, said) -> number(n) + "\t" + said.at()
                            + "\t"
                            + Arrays.toString(Signature.of(Portrait.of(said, commonness)))
                                    .replace('[', '{')
                                    .replace(']', '}')
                            + "\t" + number(n));
        }
    }

    private interface Line {
        String of(int number, Said said);
    }

    private void copy(Connection connection, String table, Line line) throws SQLException, IOException {
        Townspeople people = new Townspeople(1, places);
        try (Writer out = new OutputStreamWriter(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "COPY " + table + " FROM STDIN"),
                StandardCharsets.UTF_8)) {
            for (int number = 0; number < petitions; number++) {
                out.write(line.of(number, people.next(number)) + "\n");
            }
        }
    }

    private void measure(TestDatabase database) throws Exception {
        Clock clock = Clock.fixed(new Townspeople(0, 1).next(petitions).at(), ZoneOffset.UTC);
        // A connection of a pool is open already.
        SingleConnectionDataSource open =
                new SingleConnectionDataSource(database.app().getConnection(), true);
        SignatureRows rows = new SignatureRows(open);
        MatterSettings settings = new MatterSettings(Duration.ofDays(90), true, 8);
        Comparison comparison = new Comparison(rows, new CityWords(rows, clock), settings, clock);
        Townspeople people = new Townspeople(9, places);
        double[] took = new double[times];
        int found = 0;
        Duration worked = Duration.ZERO;
        for (int time = -50; time < times; time++) {
            Said said = people.next(petitions);
            if (time == 0) {
                worked = worked(open);
            }
            long began = System.nanoTime();
            Comparison.Result result = comparison.of(
                    new SignatureRows.Spoken("WZ-NEW", PetitionStatus.RECEIVED, said, PlainWords.of(said.text())));
            if (time >= 0) {
                took[time] = (System.nanoTime() - began) / 1e6;
                found += result.nearest().isEmpty() ? 0 : 1;
            }
        }
        System.out.printf(
                "work of the processor: %.1f ms each%n",
                worked(open).minus(worked).toNanos() / 1e6 / times);
        Arrays.sort(took);
        System.out.printf(
                "nearest: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; %d of %d had one%n",
                took[times / 2], took[(int) (times * 0.95)], took[(int) (times * 0.99)], found, times);
    }

    /** What this thread and the database's process of its connection have worked so far, whoever else is at work. */
    private static Duration worked(SingleConnectionDataSource open) {
        Integer process = new JdbcTemplate(open).queryForObject("SELECT pg_backend_pid()", Integer.class);
        Duration server = ProcessHandle.of(process == null ? 0 : process)
                .flatMap(backend -> backend.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return server.plusNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static String number(int number) {
        return "WZ-20240101-%07d".formatted(number);
    }

    private long size(JdbcTemplate owner, String relation) {
        Long bytes = owner.queryForObject("SELECT pg_total_relation_size('" + relation + "')", Long.class);
        return (bytes == null ? 0 : bytes) / petitions;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
