package cn.wenzheng.audit;

import cn.wenzheng.TestDatabase;
import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Door;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long one page of the journal with its count takes, for every filter.
 *
 * <p>No part of the build: run it with {@code mvn test -Dtest=JournalBenchmark -Dlines=2000000}. The lines are spread as
 * in a city of 100 units and 400 people; one person and one unit in five lines is the same busy one.
 */
class JournalBenchmark {

    private static final int RUNS = 60;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static final String LINES = """
            INSERT INTO journal (at, actor, door, action, kind, petition, outcome, reason, before, after)
            SELECT timestamptz '2026-01-01Z' + n * interval '10 seconds',
                   CASE WHEN n % 5 = 0 THEN 'busy' ELSE 'p' || hash % 400 END,
                   (ARRAY['page', 'api', 'tasklist', 'engine'])[1 + hash % 4],
                   CASE WHEN n % 1000 = 0 THEN 'person-changed' WHEN n % 3 = 0 THEN 'petition-viewed' ELSE 'petition-handled' END,
                   CASE WHEN n % 1000 = 0 THEN 'organization' WHEN n % 3 = 0 THEN 'read' ELSE 'step' END,
                   'WZ-20260101-' || lpad((n / 12)::text, 6, '0'),
                   CASE WHEN n % 200 = 0 THEN 'refused' ELSE 'done' END,
                   CASE WHEN n % 200 = 0 THEN 'not-found' END,
                   CASE WHEN n % 200 <> 0 THEN '{"status": "handling"}'::jsonb END,
                   CASE WHEN n % 200 <> 0 THEN '{"status": "answered", "unit": "0106"}'::jsonb END
            FROM (SELECT n, abs(hashint4(n)) AS hash FROM generate_series(1, ?) n) numbers""";

    private static final String SUBJECTS = """
            INSERT INTO journal_subject
            SELECT 'person', actor, at, id FROM journal
            UNION ALL
            SELECT 'unit', CASE WHEN id % 5 = 0 THEN 'busy' ELSE 'u' || abs(hashint8(id)) % 100 END, at, id
            FROM journal WHERE id % 2 = 0""";

    private final Random random = new Random(1);

    @Test
    void everyFilterAnswersInTime() {
        int lines = Integer.getInteger("lines", 2_000_000);
        TestDatabase database = TestDatabase.migrated();
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql(LINES).param(lines).update();
        owner.sql(SUBJECTS).update();
        owner.sql("VACUUM ANALYZE wenzheng.journal").update();
        owner.sql("VACUUM ANALYZE wenzheng.journal_subject").update();
        measure(new JournalSearchRows(database.app()), lines);
    }

    private void measure(JournalSearchRows rows, int lines) {
        Period ever = new Period(null, null);
        say(rows, "nothing", () -> new JournalFilter(null, null, null, ever, null, null, null));
        say(rows, "a person", () -> new JournalFilter("p" + random.nextInt(400), null, null, ever, null, null, null));
        say(rows, "the busy person", () -> new JournalFilter("busy", null, null, ever, null, null, null));
        say(rows, "a unit", () -> new JournalFilter(null, null, "u" + random.nextInt(100), ever, null, null, null));
        say(rows, "the busy unit", () -> new JournalFilter(null, null, "busy", ever, null, null, null));
        say(rows, "a petition", () -> new JournalFilter(null, petition(lines), null, ever, null, null, null));
        say(rows, "a day", () -> new JournalFilter(null, null, null, days(lines, 1), null, null, null));
        say(rows, "a month", () -> new JournalFilter(null, null, null, days(lines, 30), null, null, null));
        for (JournalKind kind : JournalKind.values()) {
            say(rows, "kind " + kind.code(), () -> new JournalFilter(null, null, null, ever, kind, null, null));
        }
        say(rows, "refused", () -> new JournalFilter(null, null, null, ever, null, Outcome.REFUSED, null));
        say(rows, "done", () -> new JournalFilter(null, null, null, ever, null, Outcome.DONE, null));
        say(rows, "door import", () -> new JournalFilter(null, null, null, ever, null, null, Door.IMPORT));
        say(rows, "door api", () -> new JournalFilter(null, null, null, ever, null, null, Door.API));
        say(
                rows,
                "a day, refused reads",
                () -> new JournalFilter(null, null, null, days(lines, 1), JournalKind.READ, Outcome.REFUSED, null));
        say(
                rows,
                "busy, refused, organization",
                () -> new JournalFilter("busy", null, "busy", ever, JournalKind.ORGANIZATION, Outcome.REFUSED, null));
        say(
                rows,
                "a person's rare kind",
                () -> new JournalFilter(
                        "p" + random.nextInt(400), null, null, ever, JournalKind.ORGANIZATION, null, null));
    }

    private String petition(int lines) {
        return "WZ-20260101-" + String.format("%06d", random.nextInt(lines / 12));
    }

    private Period days(int lines, int days) {
        Instant from = FIRST.plus(Duration.ofSeconds(random.nextInt(lines) * 10L));
        return new Period(from, from.plus(Duration.ofDays(days)));
    }

    private static void say(JournalSearchRows rows, String what, Supplier<JournalFilter> filters) {
        long[] micros = new long[RUNS];
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            JournalFilter filter = filters.get();
            long before = System.nanoTime();
            found = rows.count(filter);
            rows.page(filter, Window.of(run % 3 == 0 ? 100 : 0, 50));
            micros[run] = (System.nanoTime() - before) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                "%-30s %6d lines  median %6.1f ms  p95 %6.1f ms%n",
                what, found, micros[RUNS / 2] / 1e3, micros[RUNS * 95 / 100] / 1e3);
    }
}
