package cn.wenzheng.triage.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Term;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.triage.Duties.Duty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a topic is: area before areas above before city, the later row before the earlier, never a closed unit. */
class DirectoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-16");
    private static final String LEAF = "C010801";

    private final OrganizationDesk organization = mock();

    @BeforeEach
    void aCityOfThreeLevels() {
        when(organization.unit(anyString())).thenReturn(Optional.empty());
        open("0000", 1, null);
        open("SANITATION", 1, "0000");
        open("COUNTY", 2, "0000");
        open("TOWN", 3, "COUNTY");
        open("VILLAGE", 4, "TOWN");
        open("OTHER", 3, "COUNTY");
    }

    private void open(String code, int level, @Nullable String parent) {
        when(organization.unit(code)).thenReturn(Optional.of(new Unit(code, code, level, parent)));
    }

    @Test
    void theAreaCountsBeforeTheAreasAboveItAndTheseBeforeTheCity() {
        Directory directory = directory(row(null, "SANITATION"), row("COUNTY", "COUNTY"), row("TOWN", "TOWN"));
        assertThat(unit(directory, "TOWN")).isEqualTo("TOWN");
        assertThat(unit(directory, "VILLAGE")).isEqualTo("TOWN");
        assertThat(unit(directory, "OTHER")).isEqualTo("COUNTY");
        assertThat(unit(directory, null)).isEqualTo("SANITATION");
    }

    @Test
    void anAreaNobodyKnowsIsTheWholeCity() {
        assertThat(unit(directory(row(null, "SANITATION"), row("TOWN", "TOWN")), "NOWHERE"))
                .isEqualTo("SANITATION");
    }

    @Test
    void aTopicOfAnotherIsNobodysHere() {
        assertThat(directory(row(null, "SANITATION")).of("C999999", null, TODAY))
                .isEmpty();
    }

    @Test
    void aTopicsMarkIsAnotherWhenItsDutiesAreAndStaysWhenTheyAreReadInAnotherOrder() {
        when(organization.category(LEAF))
                .thenReturn(Optional.of(new Category(LEAF, LEAF, "C0108", true, null, List.of())));
        String mark = directory(row(null, "SANITATION"), row("TOWN", "TOWN"))
                .marks(TODAY)
                .get(LEAF);
        assertThat(directory(row("TOWN", "TOWN"), row(null, "SANITATION")).marks(TODAY))
                .containsEntry(LEAF, mark);
        assertThat(directory(row(null, "SANITATION"), row("TOWN", "OTHER"))
                        .marks(TODAY)
                        .get(LEAF))
                .isNotEqualTo(mark);
        when(organization.unit("TOWN")).thenReturn(Optional.empty());
        assertThat(directory(row(null, "SANITATION"), row("TOWN", "TOWN"))
                        .marks(TODAY)
                        .get(LEAF))
                .isNotEqualTo(mark);
    }

    @Test
    void aClosedUnitIsNeverAnsweredAndTheNextAboveTakesItsPlace() {
        Directory directory = directory(row(null, "SANITATION"), row("TOWN", "CLOSED"));
        assertThat(unit(directory, "TOWN")).isEqualTo("SANITATION");
        assertThat(directory(row(null, "CLOSED")).of(LEAF, null, TODAY)).isEmpty();
    }

    @Test
    void aClosedUnitDoesNotAssistEither() {
        KeptDuty row = new KeptDuty(LEAF, null, "TOWN", List.of("CLOSED", "OTHER"), "urgent", null, Term.ALWAYS);
        assertThat(directory(row).of(LEAF, null, TODAY)).contains(new Duty("TOWN", List.of("OTHER"), "urgent", ""));
    }

    @Test
    void ofTwoRowsThatHoldTheOneThatBeganLaterCounts() {
        Directory directory = directory(
                row(null, "TOWN", Term.ALWAYS),
                row(null, "OTHER", Term.of("2026-03-01", null)),
                row(null, "COUNTY", Term.of("2026-04-01", null)));
        assertThat(unit(directory, null)).isEqualTo("OTHER");
        assertThat(directory.of(LEAF, null, TODAY.plusMonths(1)).orElseThrow().unit())
                .isEqualTo("COUNTY");
    }

    @Test
    void aRowThatIsOverAnswersNothing() {
        assertThat(directory(row(null, "TOWN", Term.of(null, "2026-03-15"))).of(LEAF, null, TODAY))
                .isEmpty();
    }

    @Test
    void tellsRowsThatHoldOnTheSameDayButNotTheOnesThatAreOver() {
        KeptDuty old = row(null, "TOWN", Term.of(null, "2026-03-20"));
        KeptDuty next = row(null, "OTHER", Term.of("2026-03-18", null));
        assertThat(directory(old, next).isOverlapped(old, TODAY)).isTrue();
        assertThat(directory(old, next).isOverlapped(next, TODAY.plusDays(10))).isFalse();
        assertThat(directory(old, row("TOWN", "OTHER")).isOverlapped(old, TODAY))
                .isFalse();
    }

    private Directory directory(KeptDuty... rows) {
        return new Directory(List.of(rows), organization);
    }

    private String unit(Directory directory, @Nullable String area) {
        return directory.of(LEAF, area, TODAY).map(Duty::unit).orElse("none");
    }

    private static KeptDuty row(@Nullable String area, String unit) {
        return row(area, unit, Term.ALWAYS);
    }

    private static KeptDuty row(@Nullable String area, String unit, Term term) {
        return new KeptDuty(LEAF, area, unit, List.of(), null, "第三条", term);
    }
}
