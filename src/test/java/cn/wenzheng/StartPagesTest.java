package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.budget.Cost;
import cn.wenzheng.budget.CountedStatements;
import cn.wenzheng.budget.StatementBudget;
import cn.wenzheng.budget.StatementCounter;
import cn.wenzheng.organization.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** The start page of every role in the demo city, whose first petitions stand at every stage. */
@WithDatabase
@ActiveProfiles("demo")
@AutoConfigureMockMvc
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            CountedStatements.MIGRATIONS,
            CountedStatements.NO_PAUSES
        })
@Import(CountedStatements.class)
class StartPagesTest {

    private static final Pattern BLOCK = Pattern.compile("data-block=\"([a-z-]+)\"");

    /** A figure or a total: a link and the number in its words. */
    private static final Pattern FIGURE =
            Pattern.compile("<a class=\"(?:figure|total)[^\"]*\"[^>]*? href=\"([^\"]+)\"[^>]*>([^<]*)</a>");

    private static final Pattern COUNTED =
            Pattern.compile("<td class=\"when\">\\s*<a href=\"([^\"]+)\"[^>]*>([\\d,]+)</a>");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StatementCounter counter;

    @Autowired
    private List<OneHand> hands;

    private record Figure(String address, long count) {}

    @BeforeEach
    void quiet() {
        // They look for work of other nodes now and then, and that would be counted in.
        hands.forEach(OneHand::stop);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, tasks overdue deliveries day",
        "dispatcher, tasks overdue extensions states",
        "0106, tasks overdue states",
        "0106-head, tasks slips overdue states",
        "reviewer, tasks overdue states",
        "supervisor, tasks slips overdue silent-accounts",
        "assessor, facts late-units overdue",
        "publicity, answers overdue deliveries",
        "auditor, attempts contacts files",
        "admin, incidents channel-accounts city"
    })
    void everyRoleHasItsBlocksWithinTheBudget(String account, String blocks) throws Exception {
        String[] page = new String[1];
        Cost cost = counter.of(() -> page[0] = ok(account, "/work"));

        StatementBudget.checkList(cost);
        assertThat(found(BLOCK, page[0])).containsExactly(blocks.split(" "));
        assertThat(page[0]).doesNotContain("??");
    }

    @Test
    void whoHasEveryRoleGetsFiveBlocksAtMostAndNoneTwice() throws Exception {
        // A unit has one head, so this one gets a unit of his own.
        jdbc.sql("INSERT INTO unit (code, name, level, parent) VALUES ('9901', '全才室', 1, '0000')")
                .update();
        jdbc.sql("INSERT INTO person (id, name, unit, roles, password_hash) VALUES ('all', '全才', '9901', ?, 'x')")
                .param(Stream.of(Role.values()).map(Role::code).toArray(String[]::new))
                .update();
        String[] page = new String[1];
        Cost cost = counter.of(() -> page[0] = ok("all", "/work"));

        StatementBudget.checkList(cost);
        assertThat(found(BLOCK, page[0])).hasSizeBetween(3, 5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operator",
                "dispatcher",
                "0106",
                "0106-head",
                "reviewer",
                "supervisor",
                "assessor",
                "publicity",
                "auditor",
                "admin"
            })
    void everyFigureLeadsToExactlyTheListItCounts(String account) throws Exception {
        refuseSomething();
        List<Figure> figures = figures(ok(account, "/work"));

        assertThat(figures)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(listed(ok(account, figure.address())))
                        .as(figure.address())
                        .isEqualTo(figure.count()));
    }

    @Test
    void aColleaguesTaskWaitsForNobodyElse() throws Exception {
        long before = waiting("operator");
        String task = jdbc.sql("SELECT id_ FROM act_ru_task WHERE task_def_key_ = 'Task_AcceptPetition' LIMIT 1")
                .query(String.class)
                .single();

        assertThat(claim(task, "operator2")).isOne();

        assertThat(waiting("operator")).isEqualTo(before - 1);
        assertThat(waiting("operator2")).isEqualTo(before);
        assertThat(ok("operator", "/work/tasks")).doesNotContain(task);
        assertThat(claim(task, null)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"operator, attempts", "auditor, tasks", "0106, day-accepted", "reviewer, people", "admin, nonsense"})
    void aListOfAnotherRoleIsNotThere(String account, String list) throws Exception {
        assertThat(answer(account, "/work/" + list).getStatus()).isEqualTo(404);
    }

    @Test
    void theAdministratorsListsLeadToThePagesWherePeopleAndTopicsAreKept() throws Exception {
        assertThat(ok("admin", "/work/people"))
                .contains("href=\"/admin/people/0106\"")
                .doesNotContain("/camunda/app/admin/default/#");
        assertThat(ok("admin", "/admin/people/0106")).contains("0106");
    }

    /** A sheet shows more than a list, and must not grow unseen: with its slips, the ledger of its clocks and its messages 16, journal and all. */
    @ParameterizedTest
    @ValueSource(strings = {"0105", "0105-head", "supervisor", "operator"})
    void theSheetOfAnOverduePetitionStaysWithinItsBudget(String account) throws Exception {
        String number = jdbc.sql("SELECT number FROM petition WHERE idempotency_key = 'demo-overdue'")
                .query(String.class)
                .single();
        ok(account, "/petitions/" + number);
        Cost cost = counter.of(() -> ok(account, "/petitions/" + number));
        assertThat(cost.statements()).isLessThanOrEqualTo(16);
    }

    @Test
    void saysWhatDoesNotExistInWords() throws Exception {
        assertThat(ok("0191", "/work")).contains("现在没有等您办理的事。").doesNotContain("class=\"button main\"");
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        assertThat(ok("operator", "/work?lang=en"))
                .contains("Waiting for me", "Overdue petitions", "Today at the desk")
                .doesNotContain("等我办理");
    }

    private int claim(String task, String person) {
        return jdbc.sql("UPDATE act_ru_task SET assignee_ = ? WHERE id_ = ?")
                .params(Arrays.asList(person, task))
                .update();
    }

    private long waiting(String account) throws Exception {
        return figures(ok(account, "/work")).stream()
                .filter(figure -> figure.address().equals("/work/tasks"))
                .findFirst()
                .map(Figure::count)
                .orElse(0L);
    }

    /** A command that is refused, so that the auditor has something to see. */
    private void refuseSomething() throws Exception {
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                "/api/petitions/{number}/accept", anyNumber())
                        .with(user("reviewer"))
                        .with(csrf())
                        .contentType("application/json")
                        .content("{\"kind\":\"help\"}"))
                .andReturn();
    }

    private String anyNumber() {
        return jdbc.sql("SELECT number FROM petition LIMIT 1")
                .query(String.class)
                .single();
    }

    private static List<Figure> figures(String page) {
        List<Figure> figures = new ArrayList<>();
        for (Pattern pattern : List.of(FIGURE, COUNTED)) {
            Matcher matcher = pattern.matcher(page);
            while (matcher.find()) {
                figures.add(new Figure(matcher.group(1).replace("&amp;", "&"), number(matcher.group(2))));
            }
        }
        return figures;
    }

    /** The last number of the words: 近 7 天有 3 条考核事实 counts three. */
    private static long number(String words) {
        return Pattern.compile("[\\d,]+")
                .matcher(words)
                .results()
                .reduce((first, last) -> last)
                .map(match -> Long.parseLong(match.group().replace(",", "")))
                .orElseThrow();
    }

    /** How many the list says it has; a list without a number is an empty one. */
    private static long listed(String page) {
        String line = page.replaceAll("(?s).*<div class=\"first-line\">(.*?)</div>.*", "$1")
                .replaceAll("(?s)<h1.*?</h1>|<a .*?</a>|<[^>]+>", "");
        return line.isBlank() ? 0 : number(line);
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private String ok(String account, String address) throws Exception {
        MockHttpServletResponse answer = answer(account, address);
        assertThat(answer.getStatus()).as(account + " " + address).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String account, String address) throws Exception {
        return mvc.perform(get(address).with(user(account)).header("Accept", "text/html"))
                .andReturn()
                .getResponse();
    }
}
