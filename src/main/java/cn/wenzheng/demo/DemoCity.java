package cn.wenzheng.demo;

import cn.wenzheng.access.OneNodeAtATime;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Term;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.triage.AnswerKind;
import cn.wenzheng.triage.AnswerTemplate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the demo city in at the first start, before the product says it is ready.
 *
 * <p>Cut off at any moment, the next start goes on where it stopped: the organization comes in one transaction, each
 * petition is known by its key. Nodes that start together let one of them do it.
 */
@Component
@Profile("demo")
class DemoCity implements SmartLifecycle {

    /** Before jobs, imports and the web server: a second node must not fire what the first has not told to its end. */
    private static final int FIRST = 0;

    /** The password of every demo account, as the README tells. */
    static final String PASSWORD = "Wenzheng-demo-1";

    private final OrganizationDesk organization;
    private final PasswordEncoder passwords;
    private final DemoPetitions petitions;
    private final DemoRows rows;
    private final Clock clock;
    private final OneNodeAtATime turn;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    DemoCity(
            OrganizationDesk organization,
            PasswordEncoder passwords,
            DemoPetitions petitions,
            DemoRows rows,
            Clock clock,
            OneNodeAtATime turn,
            TransactionTemplate transaction) {
        this.organization = organization;
        this.passwords = passwords;
        this.petitions = petitions;
        this.rows = rows;
        this.clock = clock;
        this.turn = turn;
        this.transaction = transaction;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }

    @Override
    public void start() {
        turn.run("demo-city", this::settle);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void settle() {
        if (rows.isSettled()) {
            return;
        }
        if (organization.units().isEmpty()) {
            Map<Person, String> people = peopleWithOnePassword();
            transaction.executeWithoutResult(status -> {
                organization.moveIn(units(), topics(), people);
                organization.moveIn(duties());
                rows.moveIn();
                CsvFile.read("levels.csv")
                        .forEach(row -> rows.giveLevel(row.get("topic"), row.get("level"), clock.instant()));
                answers().forEach(answer -> rows.keep(answer, clock.instant()));
            });
        }
        petitions.settle();
        rows.settle(clock.instant());
    }

    /** One hash for all: four hundred of them would take half a minute, and the password is published anyway. */
    private Map<Person, String> peopleWithOnePassword() {
        String hash = passwords.encode(PASSWORD);
        Map<Person, String> people = new LinkedHashMap<>();
        people().forEach(person -> people.put(person, hash));
        return people;
    }

    static List<Unit> units() {
        return CsvFile.read("units.csv").stream()
                .map(row -> new Unit(
                        row.get("code"), row.get("name"), Integer.parseInt(row.get("level")), row.get("parent")))
                .toList();
    }

    /** The tree alone; who answers for its leaves stands in the directory. */
    private static List<Category> topics() {
        return categories().stream()
                .map(topic ->
                        new Category(topic.code(), topic.name(), topic.parent(), topic.leaf(), null, topic.keywords()))
                .toList();
    }

    static List<KeptDuty> duties() {
        return CsvFile.read("duties.csv").stream()
                .map(row -> new KeptDuty(
                        row.get("leaf"),
                        row.get("area"),
                        row.get("unit"),
                        CsvFile.several(row.get("assisting")),
                        row.get("level"),
                        row.get("clause"),
                        Term.ALWAYS))
                .toList();
    }

    static List<AnswerTemplate> answers() {
        return CsvFile.read("answers.csv").stream()
                .map(row -> new AnswerTemplate(
                        row.get("code"),
                        AnswerKind.valueOf(named(row.get("kind"))),
                        row.get("reason") == null ? null : RefusalReason.valueOf(named(row.get("reason"))),
                        row.get("category"),
                        row.get("title"),
                        row.get("text"),
                        row.get("source"),
                        row.get("valid_until") == null ? null : LocalDate.parse(row.get("valid_until")),
                        LocalDate.parse(row.get("review_on")),
                        true))
                .toList();
    }

    /** The constant behind a code of a closed list. */
    private static String named(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static List<Category> categories() {
        return CsvFile.read("categories.csv").stream()
                .map(row -> new Category(
                        row.get("code"),
                        row.get("name"),
                        row.get("parent"),
                        row.get("unit") != null,
                        row.get("unit"),
                        CsvFile.several(row.get("keywords"))))
                .toList();
    }

    static List<Person> people() {
        return CsvFile.read("people.csv").stream()
                .map(row -> new Person(
                        row.get("id"),
                        row.get("name"),
                        row.get("unit"),
                        CsvFile.several(row.get("roles")).stream()
                                .map(role -> Role.valueOf(role.toUpperCase()))
                                .collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }
}
