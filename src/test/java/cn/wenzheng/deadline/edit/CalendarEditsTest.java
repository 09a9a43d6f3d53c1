package cn.wenzheng.deadline.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.CityTest;
import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Reply;
import cn.wenzheng.deadline.calendar.CalendarDesk;
import cn.wenzheng.deadline.calendar.CalendarEdit;
import cn.wenzheng.deadline.calendar.DayKind;
import cn.wenzheng.deadline.calendar.SpecialDay;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An edit of the city's calendar from its proposal to the last limit, with the product's own hand at work. */
class CalendarEditsTest extends CityTest {

    private static final Actor ADMIN = new Actor("admin", "系统管理员", "0000", Set.of(Role.ADMIN), Door.PAGE);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CITY = "city";

    @Autowired
    private CalendarEdits edits;

    @Autowired
    private CalendarDesk calendars;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Caller admin;
    private String number;
    private LocalDate lastDay;

    @BeforeEach
    void aPetitionIsWithItsUnit() {
        admin = clerk("admin").caller();
        number = filedAndAssigned(LIGHTING).number();
        lastDay = LocalDate.ofInstant(due(), ZoneId.of("Asia/Shanghai"));
    }

    @AfterEach
    void theCalendarIsAsItWas() {
        calendars.apply(new CalendarEdit.SetDay(CITY, lastDay, null), ADMIN);
    }

    @Test
    void movesNothingBeforeItIsSavedAndEverythingThen() {
        Instant before = due();
        UUID id = edits.propose(holiday(lastDay), ADMIN);
        awaits(id, "previewed");
        assertThat(admin.get(api(id)).ok().path("later").asInt()).isPositive();
        JsonNode move = moveOfPetition(id);
        assertThat(move.path("dueBefore").asText()).isEqualTo(before.toString());
        assertThat(move.toString()).doesNotContain("路灯", "新华街");
        assertThat(admin.get(api(id) + "/moves?only=later&size=1").ok().path("total"))
                .isEqualTo(admin.get(api(id)).ok().path("later"));
        assertThat(due()).as("not saved yet").isEqualTo(before);

        admin.post(api(id) + "/save", Map.of()).ok();
        awaits(id, "done");
        assertThat(due()).isAfter(before).isEqualTo(move.path("dueAfter").asText());
        assertThat(entry()).isEqualTo("CALENDAR_EDITED admin");
        assertThat(clerk(LIGHTING).task(number, "HandlePetition").path("due").asText())
                .isEqualTo(due().toString());
    }

    @Test
    void changesNothingWhenItIsGivenUp() {
        Instant before = due();
        UUID id = edits.propose(holiday(lastDay), ADMIN);
        awaits(id, "previewed");
        admin.post(api(id) + "/discard", Map.of()).ok();
        assertThat(admin.get(api(id) + "/moves").ok().path("items")).isEmpty();
        assertThat(admin.post(api(id) + "/save", Map.of()).status()).isEqualTo(409);
        assertThat(due()).isEqualTo(before);
    }

    @Test
    void isLookedAtAgainWhenTheCalendarHasChangedSince() {
        UUID id = edits.propose(holiday(lastDay), ADMIN);
        awaits(id, "previewed");
        LocalDate other = lastDay.plusYears(1);
        calendars.apply(holiday(other), ADMIN);
        assertThat(admin.post(api(id) + "/save", Map.of()).body().path("type").asText())
                .endsWith("calendar-changed-meanwhile");
        awaits(id, "previewed");
        admin.post(api(id) + "/save", Map.of()).ok();
        awaits(id, "done");
        calendars.apply(new CalendarEdit.SetDay(CITY, other, null), ADMIN);
    }

    @Test
    void isLookedAtAgainWhenTheCalendarIsChangingJustThen() {
        UUID id = edits.propose(holiday(lastDay), ADMIN);
        awaits(id, "previewed");
        LocalDate other = lastDay.plusYears(1);
        CompletableFuture<Reply> saved = new CompletableFuture<>();
        transaction.executeWithoutResult(tx -> {
            holdsTheVersion();
            saved.completeAsync(() -> admin.post(api(id) + "/save", Map.of()));
            await().atMost(PATIENCE).pollInSameThread().until(this::isSomebodyWaiting);
            calendars.apply(holiday(other), ADMIN);
        });
        assertThat(saved.join().status()).isEqualTo(409);
        assertThat(saved.join().body().path("type").asText()).endsWith("calendar-changed-meanwhile");
        awaits(id, "previewed");
        admin.post(api(id) + "/discard", Map.of()).ok();
        calendars.apply(new CalendarEdit.SetDay(CITY, other, null), ADMIN);
    }

    private void holdsTheVersion() {
        jdbc.sql("SELECT version FROM calendar_version FOR UPDATE")
                .query(Long.class)
                .single();
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM pg_locks held JOIN pg_locks waiting USING (transactionid)
                               WHERE held.pid = pg_backend_pid() AND held.granted AND NOT waiting.granted)""").query(Boolean.class).single();
    }

    @Test
    void isShownToAuditorsAndSavedByAdministratorsOnly() {
        UUID id = edits.propose(holiday(lastDay), ADMIN);
        awaits(id, "previewed");
        Caller auditor = clerk("auditor").caller();
        assertThat(auditor.get(api(id)).status()).isEqualTo(200);
        assertThat(auditor.post(api(id) + "/save", Map.of()).status()).isEqualTo(403);
        assertThat(dispatcher.caller().get(api(id)).status()).isEqualTo(403);
        admin.post(api(id) + "/discard", Map.of()).ok();
    }

    @Test
    void takesBackWhatIsMissedNoMore() {
        passUntilOverdue(clerk(LIGHTING), number);
        assertThat(slips("yellow")).containsExactly("open");
        UUID id = edits.propose(holiday(lastDay), ADMIN);
        awaits(id, "previewed");
        assertThat(admin.get(api(id) + "/moves?only=undone&size=200").ok().toString())
                .contains(number);
        assertThat(movesOf(id, slip("yellow"))).as("it will be lifted").isEmpty();
        assertThat(slips("yellow")).as("not saved yet").containsExactly("open");

        admin.post(api(id) + "/save", Map.of()).ok();
        awaits(id, "done");
        assertThat(slips("yellow")).containsExactly("lifted");
        assertThat(factsOfRung("yellow"))
                .as("the old fact stays beside the entry that takes it back")
                .containsExactlyInAnyOrder("overdue true", "corrected false");
        assertThat(clerk(LIGHTING).caller().get("/api/notices?size=50").ok().toString())
                .contains("slip-undone");
    }

    @Test
    void listsTheTermsOfOpenSlipsAndMovesThemLast() {
        passUntilOverdue(clerk(LIGHTING), number);
        JsonNode slip = slip("yellow");
        LocalDate answerDay = dayOf(slip.path("dueAt"));
        UUID id = edits.propose(holiday(answerDay), ADMIN);
        awaits(id, "previewed");
        assertThat(movesOf(id, slip)).hasSize(1);
        JsonNode move = movesOf(id, slip).get(0);
        assertThat(move.path("stage").isNull()).isTrue();
        assertThat(move.path("petition").asText()).isEqualTo(number);
        assertThat(move.path("unit").asText()).isEqualTo(LIGHTING);
        assertThat(move.path("dueBefore")).isEqualTo(slip.path("dueAt"));
        assertThat(dayOf(move.path("dueAfter"))).isAfter(answerDay);
        assertThat(admin.get(api(id) + "/moves?only=later&size=1").ok().path("total"))
                .isEqualTo(admin.get(api(id)).ok().path("later"));
        assertThat(slip("yellow")).as("not saved yet").isEqualTo(slip);

        admin.post(api(id) + "/save", Map.of()).ok();
        awaits(id, "done");
        assertThat(slip("yellow").path("dueAt")).isEqualTo(move.path("dueAfter"));
        assertThat(admin.get(api(id)).ok().path("later").asInt())
                .isEqualTo(admin.get(api(id) + "/moves?only=later")
                        .ok()
                        .path("total")
                        .asInt());
        calendars.apply(new CalendarEdit.SetDay(CITY, answerDay, null), ADMIN);
    }

    private List<JsonNode> movesOf(UUID edit, JsonNode slip) {
        return items(admin, api(edit) + "/moves?size=200")
                .filter(move -> move.path("slip").equals(slip.path("id")))
                .toList();
    }

    private JsonNode slip(String rung) {
        return items(supervisor.caller(), "/api/supervision/slips?petition=" + number)
                .filter(slip -> slip.path("rung").asText().equals(rung))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate dayOf(JsonNode instant) {
        return LocalDate.ofInstant(Instant.parse(instant.asText()), ZoneId.of("Asia/Shanghai"));
    }

    private List<String> slips(String rung) {
        return items(supervisor.caller(), "/api/supervision/slips?petition=" + number)
                .filter(slip -> slip.path("rung").asText().equals(rung))
                .map(slip -> slip.path("state").asText())
                .toList();
    }

    private List<String> factsOfRung(String rung) {
        return items(clerk("assessor").caller(), "/api/assessment/facts?petition=" + number)
                .filter(fact -> fact.path("rung").asText().equals(rung))
                .map(fact -> fact.path("rule").asText() + " "
                        + fact.path("corrected").asBoolean())
                .toList();
    }

    private static Stream<JsonNode> items(Caller reader, String list) {
        JsonNode items = reader.get(list).ok().path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static CalendarEdit holiday(LocalDate day) {
        return new CalendarEdit.SetDay(
                CITY, day, new SpecialDay(day, DayKind.OFF, "停水放假", "测试〔2026〕1号", day.minusDays(3), false));
    }

    private void awaits(UUID edit, String state) {
        await().atMost(PATIENCE)
                .until(() -> admin.get(api(edit)).ok().path("state").asText().equals(state));
    }

    private JsonNode moveOfPetition(UUID edit) {
        return items(admin, api(edit) + "/moves?only=later&size=200")
                .filter(move -> move.path("petition").asText().equals(number)
                        && move.path("stage").asText().equals("handling"))
                .findFirst()
                .orElseThrow();
    }

    private static String api(UUID edit) {
        return "/api/calendar/edits/" + edit;
    }

    private Instant due() {
        return jdbc.sql("SELECT due_at FROM deadline WHERE petition = ? AND stage = 'HANDLING'")
                .param(number)
                .query(Instant.class)
                .single();
    }

    private String entry() {
        return jdbc.sql("""
                SELECT cause || ' ' || actor FROM clock_entry
                WHERE petition = ? AND stage = 'HANDLING' AND kind = 'CALENDAR_CHANGED'""").param(number).query(String.class).single();
    }
}
