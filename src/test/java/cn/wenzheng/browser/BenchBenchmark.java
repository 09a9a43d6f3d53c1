package cn.wenzheng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.city.Upload;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.TaughtSuggestions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A robot that decides a queue at the bench with real keys, and the same petitions in Tasklist: says what each costs a person
 * by the keystroke-level model (Card, Moran and Newell: K 0.28 s, P 1.10, H 0.40, M 1.35) and how long the product takes.
 *
 * <p>The queue comes in by the file import without its truth. Four of five suggestions are right; of the wrong ones every
 * second is above the threshold, so the screen offers it. The robot knows the truth and re-routes as a person who reads it.
 *
 * <p>No part of the build, since times on a shared machine mean little. Run it with {@code mvn test -Dtest=BenchBenchmark
 * -Dopen=10000 -Dqueue=200 -Dtasklist=3}; with {@code -Down=true} the suggestions are the product's own.
 */
@Import(TaughtSuggestions.Taught.class)
class BenchBenchmark extends BrowserTest {

    private static final double K = 0.28;
    private static final double P = 1.10;
    private static final double H = 0.40;
    private static final double M = 1.35;

    /** Characters a person reads in a second. */
    private static final double READING = 4.3;

    private final int open = Integer.getInteger("open", 10_000);
    private final int queue = Integer.getInteger("queue", 200);
    private final boolean own = Boolean.getBoolean("own");
    private final int tasklist = Integer.getInteger("tasklist", 3);

    @Autowired
    private TaughtSuggestions taught;

    @Autowired
    private JdbcClient rows;

    @Autowired
    private OrganizationDesk organization;

    /** What a petition is really about. */
    private record Truth(String category, String unit) {}

    /** What deciding one took: keys pressed, model time without reading, reading time. */
    private record Cost(boolean accepted, int keys, double seconds, double reading) {

        double all() {
            return seconds + reading;
        }
    }

    private final Map<String, Truth> truths = new HashMap<>();
    private int offeredWrongly;

    @Test
    void saysWhatAPetitionCosts() throws IOException {
        rows.sql("UPDATE petition SET status = 'WITHDRAWN', version = version + 1 WHERE status = 'RECEIVED'")
                .update();
        List<CSVRecord> all = records();
        importWithoutTruth(all);
        learn(all);
        fillBehind();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        try {
            List<Cost> costs = atTheBench();
            double mean = report(costs);
            compare(mean, costs.stream().mapToDouble(Cost::reading).average().orElse(0), inTasklist());
        } finally {
            PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
        }
    }

    private List<CSVRecord> records() throws IOException {
        try (InputStreamReader file = new InputStreamReader(
                BenchBenchmark.class.getResourceAsStream("/triage/queue.csv"), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(file).stream()
                    .limit((long) queue + tasklist)
                    .toList();
        }
    }

    private void importWithoutTruth(List<CSVRecord> all) throws IOException {
        StringWriter file = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(file, CSVFormat.DEFAULT)) {
            printer.printRecord("externalId", "title", "text", "user");
            for (CSVRecord one : all) {
                printer.printRecord(one.get("externalId"), one.get("title"), one.get("text"), one.get("user"));
            }
        }
        operator.caller()
                .upload(
                        "/api/import",
                        new Upload()
                                .field("mode", "live")
                                .file("file", "queue.csv", file.toString().getBytes(StandardCharsets.UTF_8)))
                .ok();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> rows.sql("SELECT count(*) FROM petition WHERE external_id LIKE 'Q-%'")
                        .query(Integer.class)
                        .single()
                        .equals(all.size()));
    }

    /** Four of five are suggested rightly; the seed keeps the queue the same. */
    private void learn(List<CSVRecord> all) {
        Random chance = new Random(7);
        List<Category> leaves = organization.categories().stream()
                .filter(leaf -> leaf.leaf() && leaf.unit() != null)
                .toList();
        int at = 0;
        for (CSVRecord one : all) {
            Truth truth = truth(one.get("category"));
            boolean right = ++at % 5 != 0;
            Truth said = right
                    ? truth
                    : truth(leaves.get(chance.nextInt(leaves.size())).code());
            String number = rows.sql("SELECT number FROM petition WHERE external_id = ?")
                    .param(one.get("externalId"))
                    .query(String.class)
                    .single();
            truths.put(number, truth);
            if (own) {
                continue;
            }
            taught.say(number, gist(one), said.category(), said.unit(), right || at % 10 == 0 ? 0.92 : 0.5);
        }
    }

    private Truth truth(String category) {
        return new Truth(
                category, organization.category(category).map(Category::unit).orElseThrow());
    }

    private static Gist gist(CSVRecord one) {
        String words = one.get("title");
        return new Gist(words.substring(0, Math.min(words.length(), Gist.MOST)), List.of());
    }

    /** As many as asked for wait behind the queue, each with its suggestion: nothing is left to think about meanwhile. */
    private void fillBehind() {
        rows.sql("""
                WITH waiting AS (
                    INSERT INTO petition (number, version, status, since, round, channel, account, digest, query_code, urgency,
                        hide_identity, may_be_public, backlog, received_at, promised_by)
                    SELECT 'WZ-20990101-' || lpad(n::text, 6, '0'), 0, 'RECEIVED', clock_timestamp(), 1, 'PORTAL', 'portal',
                        '\\x00', 'AAAA' || n, 'NORMAL', false, false, false, clock_timestamp(),
                        clock_timestamp() + interval '20 days'
                    FROM generate_series(1, :open) n RETURNING number)
                INSERT INTO petition_content (petition, title, text, redacted_text)
                SELECT number, '路口的井盖松动', repeat('车一过就响，晚上睡不着。', 20), '…' FROM waiting""").param("open", open).update();
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> rows.sql("SELECT count(*) FROM suggestion WHERE petition LIKE 'WZ-20990101-%'")
                        .query(Integer.class)
                        .single()
                        .equals(open));
    }

    private List<Cost> atTheBench() {
        Window window = open(Window::desk).loggedInAs("operator").at("/bench");
        Page page = window.page();
        assertThat(page.locator("#bench-sheet")).hasText(Pattern.compile("WZ-.+"));
        window.picture("bench-queue");
        BenchHand hand = new BenchHand(page);
        List<Cost> costs = new ArrayList<>();
        for (int n = 0; n < queue; n++) {
            costs.add(decide(hand, page.locator("#bench-gist").innerText()));
        }
        assertThat(hand.pointer()).as("no mouse").isZero();
        say("key to next paint p98 ms", hand.times("paints"), 0.98);
        double[] next = hand.times("next");
        say(
                "decision to next item p95 ms, the second half",
                Arrays.copyOfRange(next, next.length / 2, next.length),
                0.95);
        say("decision to next item p95 ms", next, 0.95);
        assertNothingFailed(window);
        return costs;
    }

    private Cost decide(BenchHand hand, String gist) {
        Truth truth = truths.get(hand.number());
        int before = hand.keys();
        boolean right = hand.isReady() && isSo(hand, truth);
        if (!right) {
            offeredWrongly += hand.isReady() ? 1 : 0;
            if (!hand.chosen("category").equals(truth.category())) {
                hand.picks("t", truth.category());
            }
            if (!hand.chosen("lead").equals(truth.unit())) {
                hand.picks("d", truth.unit());
            }
        }
        hand.sends();
        int keys = hand.keys() - before;
        double seconds = keys * K + (right ? 1 : 2) * M;
        return new Cost(right, keys, seconds, gist.length() / READING);
    }

    private static boolean isSo(BenchHand hand, Truth truth) {
        return hand.chosen("category").equals(truth.category())
                && hand.chosen("lead").equals(truth.unit());
    }

    /** The same by the forms of two tasks; what the hand does is felt by the page, the model adds what it thinks. */
    private List<Double> inTasklist() {
        List<Double> costs = new ArrayList<>();
        List<String> left = rows.sql(
                        "SELECT number FROM petition WHERE external_id LIKE 'Q-%' AND status = 'RECEIVED' ORDER BY number")
                .query(String.class)
                .list();
        for (String number : left) {
            Truth truth = truths.get(number);
            double accept = step(
                    number,
                    "operator",
                    list -> list.choose("处理意见", "受理")
                            .pick("诉求性质", "求助")
                            .search(
                                    "诉求内容",
                                    organization
                                            .category(truth.category())
                                            .orElseThrow()
                                            .name()));
            double assign =
                    step(number, "dispatcher", list -> list.search("主办单位", organization.unitName(truth.unit())));
            costs.add(accept + assign);
        }
        return costs;
    }

    private double step(String number, String account, java.util.function.Consumer<Tasklist> form) {
        Tasklist list = tasklistOf(account).filter("本单位待办");
        Page page = list.window().page();
        list.open(number);
        // Whoever takes the task on top of the list has clicked once by now.
        page.evaluate("""
                () => { window.felt = {keys: 0, clicks: 1};
                  addEventListener('keydown', () => { felt.keys += 1; }, true);
                  addEventListener('pointerdown', () => { felt.clicks += 1; }, true); }""");
        long begin = System.nanoTime();
        list.claim();
        form.accept(list);
        list.done();
        double measured = (System.nanoTime() - begin) / 1e9;
        int clicks = (Integer) page.evaluate("felt.clicks");
        int keys = (Integer) page.evaluate("felt.keys");
        // Each click is pointed at; a typed search takes the hand to the keys and back; each field is thought of once.
        double seconds = clicks * (P + K) + keys * K + 2 * H + Math.max(2, clicks / 2) * M;
        System.out.printf(
                "Tasklist %s: %d clicks, %d keys, model %.1f s, robot %.1f s%n",
                account, clicks, keys, seconds, measured);
        return seconds;
    }

    private double report(List<Cost> costs) {
        double reading = costs.stream().mapToDouble(Cost::reading).average().orElse(0);
        double mean = costs.stream().mapToDouble(Cost::all).average().orElse(0);
        for (boolean accepted : new boolean[] {true, false}) {
            List<Cost> some =
                    costs.stream().filter(cost -> cost.accepted() == accepted).toList();
            System.out.printf(
                    "%s: %d, keys at most %d, mean %.2f s, at most %.2f s (without reading)%n",
                    accepted ? "accepted" : "re-routed",
                    some.size(),
                    some.stream().mapToInt(Cost::keys).max().orElse(0),
                    some.stream().mapToDouble(Cost::seconds).average().orElse(0),
                    some.stream().mapToDouble(Cost::seconds).max().orElse(0));
        }
        System.out.printf("mean with reading %.2f s, of it reading %.2f s%n", mean, reading);
        System.out.printf("offered wrongly and above the threshold: %d of %d%n", offeredWrongly, costs.size());
        assertThat(costs).hasSize(queue);
        return mean;
    }

    private static void compare(double mean, double reading, List<Double> others) {
        double stock =
                others.stream().mapToDouble(one -> one + reading).average().orElse(0);
        System.out.printf("Tasklist mean with reading %.1f s, ratio %.1f%n", stock, stock / mean);
    }

    private static void say(String what, double[] times, double part) {
        Arrays.sort(times);
        System.out.printf(
                "%s: %.0f (of %d, median %.0f)%n",
                what, times[(int) ((times.length - 1) * part)], times.length, times[times.length / 2]);
    }
}
