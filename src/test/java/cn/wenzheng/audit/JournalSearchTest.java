package cn.wenzheng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.TestDatabase;
import cn.wenzheng.access.Period;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines of the journal are found by whom they are about, what they tell and when. */
class JournalSearchTest {

    private static final Instant MORNING = Instant.parse("2026-03-16T01:00:00Z");
    private static final Actor HANDLER = new Actor("0106", "经办人", "0106", Set.of(Role.HANDLER), Door.TASKLIST);
    private static final Actor ADMIN = new Actor("admin", "管理员", "0000", Set.of(Role.ADMIN), Door.PAGE);
    private static final Period EVER = new Period(null, null);

    private static JournalSearchRows rows;
    private static JdbcClient jdbc;

    @BeforeAll
    static void threeThingsHappen() {
        DataSource application = TestDatabase.migrated().app();
        jdbc = JdbcClient.create(application);
        rows = new JournalSearchRows(application);
        JournalRows journal = new JournalRows(jdbc);
        done(journal, HANDLER, "petition-handled", "WZ-20260316-000001", 0, Map.of("unit", "0106"));
        done(journal, ADMIN, "person-disabled", null, 1, Map.of("person", "0106", "unit", "0106"));
        done(
                journal,
                ADMIN,
                "petition-assigned",
                "WZ-20260316-000002",
                2,
                Map.of("lead", "0113", "assisting", List.of("0106", "0111")));
        journal.insert(
                new JournalRows.Line(HANDLER, "login", null, at(3), Outcome.REFUSED, "login-wrong", null, null),
                Subjects.of(HANDLER, Map.of(), Map.of()));
    }

    private static void done(
            JournalRows journal,
            Actor actor,
            String action,
            @Nullable String petition,
            int hours,
            Map<String, ?> after) {
        journal.insert(
                new JournalRows.Line(actor, action, petition, at(hours), Outcome.DONE, null, "{}", "{}"),
                Subjects.of(actor, Map.of(), after));
    }

    private static Instant at(int hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }

    @Test
    void withoutAFilterEverythingIsFoundNewestFirst() {
        assertThat(found(new JournalFilter(null, null, null, EVER, null, null, null)))
                .containsExactly("login", "petition-assigned", "person-disabled", "petition-handled");
    }

    @Test
    void aPersonIsFoundByWhatHeDidAndByWhatWasDoneToHim() {
        assertThat(found(new JournalFilter("0106", null, null, EVER, null, null, null)))
                .containsExactly("login", "person-disabled", "petition-handled");
    }

    @Test
    void aUnitIsFoundAsLeadAndAsOneOfMany() {
        assertThat(found(new JournalFilter(null, null, "0111", EVER, null, null, null)))
                .containsExactly("petition-assigned");
        assertThat(found(new JournalFilter(null, null, "0106", EVER, null, null, null)))
                .containsExactly("petition-assigned", "person-disabled", "petition-handled");
    }

    @Test
    void aPetitionAKindAnOutcomeAndADoorAreFound() {
        assertThat(found(new JournalFilter(null, "WZ-20260316-000002", null, EVER, null, null, null)))
                .containsExactly("petition-assigned");
        assertThat(found(new JournalFilter(null, null, null, EVER, JournalKind.ORGANIZATION, null, null)))
                .containsExactly("person-disabled");
        assertThat(found(new JournalFilter(null, null, null, EVER, null, Outcome.REFUSED, null)))
                .containsExactly("login");
        assertThat(found(new JournalFilter(null, null, null, EVER, null, null, Door.TASKLIST)))
                .containsExactly("login", "petition-handled");
    }

    @Test
    void aPeriodHasItsFirstInstantAndNotTheOneAfterIt() {
        assertThat(found(new JournalFilter(null, null, null, new Period(at(1), at(2)), null, null, null)))
                .containsExactly("person-disabled");
        assertThat(found(new JournalFilter("0106", null, null, new Period(at(1), at(3)), null, null, null)))
                .containsExactly("person-disabled");
    }

    @Test
    void allFiltersTogetherNarrowTheSearch() {
        assertThat(found(new JournalFilter(
                        "admin", null, "0106", new Period(at(0), at(3)), JournalKind.STEP, Outcome.DONE, Door.PAGE)))
                .containsExactly("petition-assigned");
    }

    @Test
    void pagesFollowEachOther() {
        JournalFilter all = new JournalFilter(null, null, null, EVER, null, null, null);

        assertThat(rows.page(all, Window.of(1, 3)))
                .extracting(AuditEntry::action)
                .containsExactly("petition-handled");
    }

    @Test
    void whatWasWrittenAboutSomebodyCannotBeChanged() {
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM journal_subject").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE journal_subject SET code = 'x'").update())
                .hasStackTraceContaining("permission denied");
    }

    /** The actions found; counted and exported are the same ones. */
    private static List<String> found(JournalFilter filter) {
        List<String> actions = rows.page(filter, Window.of(0, 50)).stream()
                .map(AuditEntry::action)
                .toList();
        assertThat(rows.count(filter)).isEqualTo(actions.size());
        try (Stream<AuditEntry> all = rows.all(filter)) {
            assertThat(all.map(AuditEntry::action)).isEqualTo(actions);
        }
        return actions;
    }
}
