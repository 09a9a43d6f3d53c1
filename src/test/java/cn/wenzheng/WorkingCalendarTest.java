package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.city.Caller;
import cn.wenzheng.city.Reply;
import cn.wenzheng.city.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calendars through the real doors. Each test speaks of a year of its own. */
class WorkingCalendarTest extends CityTest {

    @Test
    void aWorkedSaturdayOfALoadedPlanPromisesAnHour() {
        assertThat(promised("2030-02-09T10:00:00+08:00"))
                .as("a Saturday like any other")
                .isEqualTo("2030-02-09T10:00:00Z");

        Reply loaded =
                admin().post("/api/calendar/plans", plan(2030, day("2030-02-09", false), day("2029-12-31", true)));

        assertThat(loaded.status()).isEqualTo(201);
        assertThat(loaded.body().path("calendar").asText()).isEqualTo("national");
        assertThat(loaded.body().path("off").asInt()).isOne();
        assertThat(loaded.body().path("worked").asInt()).isOne();
        assertThat(promised("2030-02-09T10:00:00+08:00")).isEqualTo("2030-02-09T03:00:00Z");
        assertThat(promised("2029-12-31T09:00:00+08:00")).as("all rest").isEqualTo("2029-12-31T09:00:00Z");
        assertThat(admin().get("/api/calendar/plans").ok().findValuesAsText("year"))
                .contains("2026", "2030");
        assertThat(admin().post("/api/calendar/plans", plan(2030, day("2030-05-01", true)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aPlanIsTakenWholeOrNotAtAll() {
        Map<String, Object> unknown = Map.of("name", "x", "date", "2031-01-01", "isOffDay", true, "colour", "red");
        assertRefused(plan(2031, unknown), "days.0.colour");
        assertRefused(plan(2031, day("2031-01-01", true), day("2031-02-30", true)), "date");
        assertRefused(plan(2031, day("2031-01-01", true), day("2031-01-01", true)), "date");
        assertRefused(Map.of("year", 2031, "papers", List.of(), "days", List.of(day("2031-01-01", true))), "papers");
        assertRefused(Map.of("year", 2031, "papers", List.of("a"), "days", List.of(), "region", "x"), "region");

        assertThat(admin().get("/api/calendar/plans").ok().findValuesAsText("year"))
                .doesNotContain("2031");
        assertThat(admin().get("/api/calendar/layers/national?year=2031").ok().path("days"))
                .isEmpty();
    }

    @Test
    void shippedAndUnknownYearsAreNotLoadedTwiceOrBySomebodyElse() {
        assertThat(admin().post("/api/calendar/plans", plan(2026, day("2026-01-01", true)))
                        .status())
                .isEqualTo(409);
        assertThat(operator.caller()
                        .post("/api/calendar/plans", plan(2032, day("2032-01-01", true)))
                        .status())
                .isEqualTo(403);
        assertThat(admin().post("/api/calendar/plans?calendar=nowhere", plan(2032, day("2032-01-01", true)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aDeskOnDutyIsGivenItsCalendar() {
        edit(
                "layer",
                Map.of(
                        "code",
                        "duty",
                        "kind",
                        "unit",
                        "zh",
                        "昼夜值班",
                        "en",
                        "Duty desk",
                        "parent",
                        "city",
                        "inheritsDays",
                        false));
        Map<String, Object> allDay = Map.of(
                "from", "2000-01-01", "weekdays", List.of(1, 2, 3, 4, 5, 6, 7), "periods", List.of("00:00-24:00"));
        edit("hours", Map.of("calendar", "duty", "rows", List.of(allDay)));
        edit("unit", Map.of("unit", POWER, "calendars", List.of(Map.of("calendar", "duty", "from", "2026-01-01"))));

        var sheet = admin().get("/api/calendar/layers/duty").ok();
        assertThat(sheet.path("hours").path(0).path("periods").path(0).asText()).isEqualTo("00:00-24:00");
        assertThat(sheet.path("units").path(POWER).path(0).path("calendar").asText())
                .isEqualTo("duty");
        Visitor browser = new Visitor(Integer.parseInt(stranger.address().replaceAll(".*:", "")));
        browser.logIn("auditor", "Wenzheng-demo-1");
        for (String page : List.of("/admin/calendar?calendar=duty&year=2026", "/admin/calendar/units/" + POWER)) {
            assertThat(browser.get(page).body()).contains("昼夜值班", "谁在什么时候改过");
        }
        edit("unit", Map.of("unit", POWER, "calendars", List.of()));
    }

    @Test
    void anEditThatIsNotClearIsRefusedWithItsField() {
        assertField(Map.of(), "layer");
        Map<String, Object> day = Map.of("calendar", "city", "date", "2033-03-10", "kind", "off");
        assertField(Map.of("day", day), "name");
        Map<String, Object> hours =
                Map.of("from", "2000-01-01", "weekdays", List.of(8), "periods", List.of("09:00-12:00"));
        assertField(Map.of("hours", Map.of("calendar", "city", "rows", List.of(hours))), "weekdays");
    }

    private void assertField(Map<String, ?> edit, String field) {
        Reply reply = admin().post("/api/calendar/edits", edit);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("field").asText()).isEqualTo(field);
    }

    private void assertRefused(Map<String, ?> plan, String field) {
        Reply reply = admin().post("/api/calendar/plans", plan);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("field").asText()).isEqualTo(field);
    }

    private void edit(String part, Map<String, ?> edit) {
        admin().post("/api/calendar/edits", Map.of(part, edit)).ok();
    }

    private String promised(String receivedAt) {
        return operator.caller()
                .post("/api/deadlines/preview", Map.of("receivedAt", receivedAt))
                .ok()
                .path("promisedBy")
                .asText();
    }

    private static Map<String, Object> day(String date, boolean off) {
        return Map.of("name", "节日", "date", date, "isOffDay", off);
    }

    @SafeVarargs
    private static Map<String, Object> plan(int year, Map<String, Object>... days) {
        return Map.of("year", year, "papers", List.of("https://www.gov.cn/example"), "days", List.of(days));
    }

    private Caller admin() {
        return clerk("admin").caller();
    }
}
