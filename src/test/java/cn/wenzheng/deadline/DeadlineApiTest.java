package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.wenzheng.ApiOf;
import cn.wenzheng.CityRows;
import cn.wenzheng.StillClock;
import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class DeadlineApiTest {

    private final CurrentActor current = mock();
    private final OrganizationDesk organization = mock();
    private DeadlineApi api;
    private static CityRows city;

    @BeforeAll
    static void readTheStartValues() {
        city = new CityRows();
    }

    @BeforeEach
    void anOperatorAsks() {
        api = new DeadlineApi(
                current,
                new DeadlinePreviews(
                        organization,
                        City.startValues(city),
                        unit -> City.PLAIN_WEEK,
                        City.explanation(),
                        new StillClock()));
        when(organization.centre()).thenReturn(new Unit("0000", "中心", 1, null));
        when(current.get()).thenReturn(new Actor("operator", "受理员", "0000", Set.of(Role.OPERATOR), Door.API));
        when(organization.unit("0000")).thenReturn(Optional.of(new Unit("0000", "中心", 1, null)));
        when(organization.unit("0106")).thenReturn(Optional.of(new Unit("0106", "路灯管理处", 1, "0000")));
        when(organization.unitName("0106")).thenReturn("路灯管理处");
        when(organization.category("C010602"))
                .thenReturn(Optional.of(new Category("C010602", "路灯", "C0106", true, "0106", List.of())));
    }

    @Test
    void promisesAndSaysWhyInChinese() throws Exception {
        String answer = preview("""
                {"receivedAt": "2026-03-10T17:30:00+08:00", "kind": "inquiry", "category": "C010602"}""", Locale.CHINESE);
        assertThat(JsonPath.<String>read(answer, "$.promisedBy")).isEqualTo("2026-03-10T14:00:00Z");
        assertThat(JsonPath.<List<String>>read(answer, "$.stages[*].stage"))
                .containsExactly(
                        "promise",
                        "acceptance",
                        "assignment",
                        "arbitration",
                        "sign-in",
                        "handling",
                        "case-handling",
                        "review",
                        "call-back",
                        "whole");
        assertThat(JsonPath.<List<String>>read(answer, "$.stages[*].due"))
                .containsExactly(
                        "2026-03-10T14:00:00Z",
                        "2026-03-10T14:00:00Z",
                        "2026-03-11T04:00:00Z",
                        "2026-03-11T04:00:00Z",
                        "2026-03-11T09:30:00Z",
                        "2026-03-11T09:30:00Z",
                        "2026-03-11T09:30:00Z",
                        "2026-03-11T09:30:00Z",
                        "2026-03-13T09:30:00Z",
                        "2026-03-18T09:30:00Z");
        assertThat(JsonPath.<List<String>>read(answer, "$.explanation"))
                .startsWith(
                        "假设诉求于 2026年3月10日 17:30 收到。首次响应的承诺为 1：工作时间每分钟用去 1/60，休息时间每分钟用去 1/480，用完即到期。",
                        "2026年3月10日 17:30 至 2026年3月10日 18:00 为工作时间，用去 1/2。",
                        "2026年3月10日 18:00 至 2026年3月10日 22:00 为休息时间，用去 1/2。",
                        "因此应在 2026年3月10日 22:00 前首次响应。",
                        "承办单位：路灯管理处。",
                        "办理时限按“咨询”计算。")
                .contains(
                        "办理时限：1 个工作日；自 2026年3月10日 17:30 起算，2026年3月11日 17:30 到期。",
                        "计入的工作时间：2026年3月10日 17:30 至 18:00；2026年3月11日 09:00 至 12:00、14:00 至 17:30。其余时间不计。");
    }

    @Test
    void saysWhyInEnglishToWhoeverReadsEnglish() throws Exception {
        String answer = preview("""
                {"receivedAt": "2026-03-14T10:00:00.5+08:00", "urgency": "life"}""", Locale.ENGLISH);
        assertThat(JsonPath.<String>read(answer, "$.promisedBy")).isEqualTo("2026-03-14T10:00:00.500Z");
        assertThat(JsonPath.<List<String>>read(answer, "$.explanation"))
                .contains(
                        "2026-03-14 10:00 to 2026-03-14 18:00 is rest time and uses all of it.",
                        "Handling: 2 h (calendar time); counted from 2026-03-14 10:00, due 2026-03-14 12:00.",
                        "Assignment: 1/2 working day; counted from 2026-03-14 10:00, due 2026-03-16 14:30.",
                        "Working time that counts: 2026-03-16 09:00 to 12:00 and 14:00 to 14:30. All other time does not.",
                        "Not worked: 2026-03-14 to 2026-03-15 (weekend).")
                .allMatch(sentence -> sentence.matches("\\p{ASCII}+"));
    }

    @ParameterizedTest
    @CsvSource({
        "receivedAt, field-required, ,",
        "receivedAt, date-out-of-range, 1999-12-31T23:59:59Z,",
        "receivedAt, date-out-of-range, 3000-01-01T00:00:00Z,",
        "unit, unit-unknown, 2026-03-10T10:00:00Z, 0199",
        "unit, unit-unknown, 2026-03-10T10:00:00Z, 0000",
        "unit, field-too-long, 2026-03-10T10:00:00Z, 000000000000000000000"
    })
    void refusesWhatItCannotReckonWith(String field, String slug, Instant at, String unit) {
        assertThatThrownBy(() -> api.preview(new DeadlineQuestion(at, unit, null, null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.slug()).isEqualTo(slug);
                });
    }

    @Test
    void refusesAnUnknownTopic() {
        Instant at = City.at("2026-03-10 10:00");
        assertThatThrownBy(() -> api.preview(new DeadlineQuestion(at, null, null, null, "C99")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("category-unknown"));
    }

    @Test
    void isForStaff() {
        when(current.get()).thenReturn(Actor.citizen(Door.API));
        assertThatThrownBy(() -> api.preview(new DeadlineQuestion(Instant.EPOCH, null, null, null, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    private String preview(String question, Locale locale) throws Exception {
        return ApiOf.controller(api)
                .perform(post("/api/deadlines/preview")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(question)
                        .locale(locale))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
