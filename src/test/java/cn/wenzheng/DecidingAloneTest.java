package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.SameMatter;
import cn.wenzheng.triage.Similar;
import cn.wenzheng.triage.SpeakingModel;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Suggestions;
import cn.wenzheng.triage.Warning;
import cn.wenzheng.triage.model.Models;
import cn.wenzheng.triage.text.TopicGuess;
import cn.wenzheng.triage.text.TopicModel;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The system accepts and dispatches by itself what is plain and sure, and stops when too much of it comes back. */
@Import(DecidingAloneTest.WhatTheHouseSuggests.class)
class DecidingAloneTest extends CityTest {

    private static final String RULE = "/api/triage/alone";

    /** What the house suggests, as a test wants it; the same words in all its petitions are nobody's repeat. */
    static final class Said implements Suggestions, SameMatter {

        private final Map<String, Suggestion> all = new ConcurrentHashMap<>();

        @Override
        public Optional<Suggestion> of(String petition) {
            return Optional.ofNullable(all.get(petition));
        }

        @Override
        public List<Similar> near(String petition) {
            return List.of();
        }

        @Override
        public Map<String, List<Similar>> near(Collection<String> petitions) {
            return Map.of();
        }

        @Override
        public Map<String, Suggestion> of(Collection<String> petitions) {
            return petitions.stream().filter(all::containsKey).collect(Collectors.toMap(number -> number, all::get));
        }
    }

    @TestConfiguration
    static class WhatTheHouseSuggests {

        @Bean
        @Primary
        Said said() {
            return new Said();
        }
    }

    @MockitoBean
    private Models models;

    @Autowired
    private Said said;

    @Autowired
    private OrganizationDesk organization;

    @Autowired
    private JdbcClient rows;

    @BeforeEach
    void theCityWantsIt() {
        TopicModel sure = mock(TopicModel.class);
        when(sure.sureFrom()).thenReturn(0.9);
        when(sure.rank(any())).thenReturn(List.of(new TopicGuess("C010101", 0.1, List.of())));
        when(models.speaking()).thenReturn(Optional.of(new SpeakingModel.Speaking(1, sure)));
        rule(true);
    }

    @AfterEach
    void andWantsItNoMore() {
        rule(false);
    }

    @Test
    void acceptsAndDispatchesByItselfAndSaysSo() {
        String number = filed(0.99, Set.of());
        awaitStatus(number, "assigned");
        assertThat(operator.sheet(number).path("timeline"))
                .filteredOn(entry -> entry.path("event").asText().equals("accepted"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("by").asText()).isEqualTo("system"));
        assertThat(numbers("/api/petitions?alone=true")).contains(number);
        assertThat(numbers("/api/petitions?alone=false")).doesNotContain(number);
        assertThat(rows.sql("SELECT count(*) FROM journal WHERE petition = ? AND action = 'petition-decided-alone'")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isOne();
        assertStandsAt(number, "HandlePetition");

        assertThat(numbers(RULE + "/control", "petition")).contains(number);
        assertThat(judges(number, "corrected")).isEqualTo(204);
        assertThat(judges(number, "confirmed")).isEqualTo(409);
    }

    @Test
    void leavesToPeopleWhatCarriesAWarning() {
        String number = filed(0.99, Set.of(Warning.CONFLICT_OF_INTEREST));
        await().atMost(Duration.ofSeconds(60)).until(() -> !left(number).isEmpty());
        assertThat(left(number)).containsExactly("WARNED");
        assertStandsAt(number, "AcceptPetition");
        operator.accepts(number).ok();
    }

    @Test
    void leavesToPeopleWhatIsMoreThanTheDaysCap() {
        awaitStatus(filed(0.99, Set.of()), "assigned");
        rule(true, 1);
        String second = filed(0.99, Set.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> !left(second).isEmpty());
        assertThat(left(second)).containsExactly("CAP");
        assertStandsAt(second, "AcceptPetition");
    }

    @Test
    void leavesToPeopleWhatCameInBefore() {
        rule(false);
        String early = filed(0.99, Set.of());
        rule(true);
        String late = filed(0.99, Set.of());
        awaitStatus(late, "assigned");
        assertStandsAt(early, "AcceptPetition");
    }

    @Test
    void stopsByItselfWhenTooMuchComesBack() {
        for (int n = 0; n < 20; n++) {
            rows.sql("""
                    INSERT INTO alone_decision (petition, version, at, category, unit, certainty, returned_at)
                    VALUES (?, 1, clock_timestamp(), 'x', 'x', 1, ?::timestamptz)""")
                    .params(files().number(), n == 0 ? "2026-01-01Z" : null)
                    .update();
        }
        String number = filed(0.99, Set.of());
        awaitStatus(number, "assigned");
        clerk(LIGHTING).saysNotOurs(number).ok();
        JsonNode rule = operator.caller().get(RULE).ok();
        assertThat(rule.path("active").asBoolean()).isFalse();
        assertThat(rule.path("offWhy").asText()).isEqualTo("returns");
        assertThat(rows.sql("SELECT audience FROM notice WHERE petition = ? AND kind = 'ALONE_SWITCHED_OFF'")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("role-operator", "role-supervisor", "role-admin");
    }

    @Test
    void stopsAlsoWhenManyWereDecidedSinceTheReturn() {
        List<String> numbers =
                rows.sql("""
                INSERT INTO petition SELECT copy.* FROM petition p, generate_series(1, 260) n, jsonb_populate_record(p,
                    jsonb_build_object('number', 'WZ-20200101-' || lpad(n::text, 6, '0'), 'status', 'CLOSED',
                        'external_id', NULL, 'idempotency_key', NULL)) copy
                WHERE p.number = ? RETURNING number""").param(files().number()).query(String.class).list();
        assertThat(numbers).hasSize(260);
        for (int n = 0; n < numbers.size(); n++) {
            rows.sql("""
                    INSERT INTO alone_decision (petition, version, at, category, unit, certainty, returned_at)
                    SELECT ?, 1, since + make_interval(secs => ?), 'x', 'x', 1, ?::timestamptz FROM alone_rule""")
                    .params(numbers.get(n), n * 0.001, n < 50 ? "2026-01-01Z" : null)
                    .update();
        }
        String number = filed(0.99, Set.of());
        awaitStatus(number, "assigned");
        clerk(LIGHTING).saysNotOurs(number).ok();
        assertThat(operator.caller().get(RULE).ok().path("active").asBoolean()).isFalse();
        rows.sql("DELETE FROM alone_decision WHERE petition IN (:copies)")
                .param("copies", numbers)
                .update();
        rows.sql("DELETE FROM petition WHERE number IN (:copies)")
                .param("copies", numbers)
                .update();
    }

    @Test
    void isNoLessonUntilAPersonHasSaidWhatIsRight() {
        String right = filed(0.99, Set.of());
        String back = filed(0.99, Set.of());
        awaitStatus(right, "assigned");
        awaitStatus(back, "assigned");
        assertThat(isByPerson(right)).isFalse();
        assertThat(judges(right, "confirmed")).isEqualTo(204);
        assertThat(isByPerson(right)).isTrue();
        clerk(LIGHTING).saysNotOurs(back).ok();
        assertThat(isByPerson(back)).isFalse();
        dispatcher.assigns(back, ROADS).ok();
        assertThat(isByPerson(back)).isTrue();
    }

    @Test
    void leavesAloneWhatStandsBeforeAnOperatorAndWhatIsNotComparedYet() {
        rule(false);
        rule(true);
        String shown = files().number();
        String apart = files().number();
        rows.sql("INSERT INTO bench_lease (petition, operator, tab, beat_at) VALUES "
                        + "(?, 'operator', gen_random_uuid(), clock_timestamp() + interval '1 hour')")
                .param(shown)
                .update();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rows.sql("SELECT count(*) FROM matter_waiting WHERE petition = ?")
                                .param(apart)
                                .query(Long.class)
                                .single()
                        == 0);
        rows.sql("INSERT INTO matter_waiting (petition, due_at) VALUES (?, '2999-01-01Z')")
                .param(apart)
                .update();
        said.all.put(shown, suggested(shown, 0.99, Set.of()));
        said.all.put(apart, suggested(apart, 0.99, Set.of()));
        awaitStatus(filed(0.99, Set.of()), "assigned");
        assertStandsAt(shown, "AcceptPetition");
        assertStandsAt(apart, "AcceptPetition");
        rows.sql("DELETE FROM bench_lease WHERE petition = ?").param(shown).update();
        rows.sql("DELETE FROM matter_waiting WHERE petition = ?").param(apart).update();
        awaitStatus(shown, "assigned");
        awaitStatus(apart, "assigned");
    }

    private boolean isByPerson(String number) {
        return rows.sql("SELECT by_person FROM learning_example WHERE petition = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    private String filed(double certainty, Set<Warning> warnings) {
        String number = files().number();
        said.all.put(number, suggested(number, certainty, warnings));
        return number;
    }

    private Suggestion suggested(String number, double certainty, Set<Warning> warnings) {
        String topic = organization.categories().stream()
                .filter(category -> category.leaf() && LIGHTING.equals(category.unit()))
                .findFirst()
                .map(Category::code)
                .orElseThrow();
        return new Suggestion(
                number,
                1,
                guess(topic, certainty),
                guess("help", certainty),
                guess("normal", certainty),
                null,
                guess(LIGHTING, certainty),
                List.of(),
                new Gist("路灯不亮", List.of()),
                warnings,
                null);
    }

    private static Guess guess(String value, double certainty) {
        return new Guess(value, value, certainty, List.of());
    }

    private void rule(boolean active) {
        rule(active, 10_000);
    }

    private void rule(boolean active, int dailyCap) {
        clerk("admin")
                .caller()
                .put(
                        RULE,
                        Map.of(
                                "active",
                                active,
                                "threshold",
                                0.97,
                                "kinds",
                                List.of("help"),
                                "dailyCap",
                                dailyCap,
                                "sampleShare",
                                1,
                                "returnsLimit",
                                0.05))
                .ok();
    }

    private void awaitStatus(String number, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> operator.sheet(number).path("status").asText(), status::equals);
    }

    private List<String> left(String number) {
        return rows.sql("SELECT left_why FROM alone_decision WHERE petition = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    private int judges(String number, String verdict) {
        return operator.caller()
                .post(RULE + "/control/" + number, Map.of("verdict", verdict))
                .status();
    }

    private List<String> numbers(String path) {
        return numbers(path, "number");
    }

    private List<String> numbers(String path, String field) {
        return operator.caller().get(path).ok().path("items").findValuesAsText(field);
    }
}
