package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.CityRows;
import cn.wenzheng.ManyPetitions;
import cn.wenzheng.TestDatabase;
import cn.wenzheng.petition.PetitionOrder.Sorting;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Finding among so many petitions that the database has to choose a way. */
class ListRowsTest {

    private static final int PETITIONS = 6_000;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-16T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final Reader CENTRE = new Reader(true, true, Reader.Contact.REVEALABLE, List.of());
    private static final Reader PUBLICITY = new Reader(true, false, Reader.Contact.NONE, List.of());
    private static final Reader UNIT = new Reader(false, false, Reader.Contact.MASKED_UNLESS_HIDDEN, List.of("U5"));

    private static JdbcClient jdbc;
    private static ListRows lists;
    private static TransactionTemplate transactions;

    @BeforeAll
    static void moveIn() throws IOException {
        TestDatabase database = TestDatabase.migrated();
        CityRows city = new CityRows(database.app());
        ManyPetitions.moveInto(database.owner(), PETITIONS);
        jdbc = city.jdbc();
        transactions = city.transactions();
        lists = new ListRows(database.app(), CLOCK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"路灯", "路", "路灯不亮", "工作人员", "希望 新华", "\"新华路\"", "WZ-2026", "000123", "没有这样的话", "50%_'\\", "wz-"})
    void findsWhatALookAtEveryPetitionFinds(String words) {
        for (Reader reader : List.of(CENTRE, PUBLICITY, UNIT)) {
            assertThat(numbers(saying(words), PetitionOrder.NEWEST, reader))
                    .as(words)
                    .containsExactlyElementsOf(lookedThrough(words, reader));
        }
    }

    /** The same without the index, one petition after the other. */
    private static List<String> lookedThrough(String words, Reader reader) {
        ListConditions conditions = lists.conditions(saying(words), List.of(), reader);
        return jdbc.sql("SELECT p.number " + conditions.withEveryPetition() + " ORDER BY p.received_at DESC")
                .params(conditions.parametersForEveryPetition())
                .query(String.class)
                .list();
    }

    @Test
    void nobodyFindsTheWordsThatAreHiddenFromHim() {
        assertThat(numbers(saying("赵知秋"), PetitionOrder.NEWEST, CENTRE)).hasSize(PETITIONS);
        assertThat(numbers(saying("赵知秋"), PetitionOrder.NEWEST, PUBLICITY)).isEmpty();
        assertThat(numbers(saying("知秋"), PetitionOrder.NEWEST, UNIT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯", "路", "工作人员", "没有这样的话", "WZ-20260316-006000"})
    void theIndexOfWordsIsUsedAndNoTextReadInVain(String words) {
        for (Reader reader : List.of(CENTRE, UNIT)) {
            ListConditions conditions = lists.conditions(saying(words), List.of(), reader);
            for (String tables : List.of(conditions.found(), conditions.withPetition(""))) {
                assertThat(plan("SELECT count(*) " + tables, conditions.parameters()))
                        .contains("petition_content_signs")
                        .doesNotContain("Seq Scan on petition_content");
            }
        }
    }

    @Test
    void aLateLimitIsFoundByItsIndex() {
        PetitionFilter late = new PetitionFilter(null, null, null, null, true, null, null, null);
        ListConditions conditions = lists.conditions(late, List.of(), CENTRE);
        assertThat(plan("SELECT count(*) " + conditions.found(), conditions.parameters()))
                .contains("deadline_to_act_on")
                .doesNotContain("petition_content")
                .doesNotContain("Seq Scan on deadline");
    }

    private static String plan(String sql, List<Object> parameters) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }

    @ParameterizedTest
    @EnumSource(PetitionOrder.class)
    void everyOrderPutsTheWholeListInThatOrder(PetitionOrder order) {
        List<PetitionLine> there = lines(PetitionFilter.ALL, new Sorting(order, false), CENTRE);
        List<PetitionLine> back = lines(PetitionFilter.ALL, new Sorting(order, true), CENTRE);
        assertThat(there).hasSize(PETITIONS).isSortedAccordingTo(way(order, false));
        assertThat(back).hasSize(PETITIONS).isSortedAccordingTo(way(order, true));
    }

    private static Comparator<PetitionLine> way(PetitionOrder order, boolean reversed) {
        return switch (order) {
            case RECEIVED -> turned(Comparator.comparing(PetitionLine::receivedAt), !reversed);
            case NUMBER -> turned(Comparator.comparing(PetitionLine::number), !reversed);
            case STATUS -> turned(Comparator.comparing(PetitionLine::status), reversed);
            case UNIT -> turned(Comparator.comparing(PetitionLine::unit), reversed);
            case DUE ->
                Comparator.comparing(
                        PetitionLine::due, Comparator.nullsLast(turned(Comparator.<Instant>naturalOrder(), reversed)));
        };
    }

    private static <T> Comparator<T> turned(Comparator<T> way, boolean reversed) {
        return reversed ? way.reversed() : way;
    }

    @Test
    void narrowsByKindAndUrgency() {
        PetitionFilter urgentComplaints = new PetitionFilter(
                null, null, null, null, PetitionKind.COMPLAINT, Urgency.URGENT, null, null, null, null);
        assertThat(lines(urgentComplaints, PetitionOrder.NEWEST, CENTRE))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.kind()).isEqualTo(PetitionKind.COMPLAINT);
                    assertThat(line.urgency()).isEqualTo(Urgency.URGENT);
                });
    }

    @Test
    void aWholeListIsTheSameAsItsPages() throws IOException {
        PetitionFilter closed = new PetitionFilter(PetitionStatus.CLOSED, null, null, null, null, null, null, "路灯");
        List<PetitionLine> whole = new ArrayList<>();
        ListConditions conditions = lists.conditions(closed, List.of(), UNIT);
        transactions.execute(status -> {
            try {
                lists.each(conditions, PetitionOrder.NEWEST, UNIT, whole::add);
                return true;
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
        assertThat(whole).isNotEmpty().isEqualTo(lines(closed, PetitionOrder.NEWEST, UNIT));
    }

    private static List<String> numbers(PetitionFilter filter, Sorting sorting, Reader reader) {
        return lines(filter, sorting, reader).stream().map(PetitionLine::number).toList();
    }

    private static List<PetitionLine> lines(PetitionFilter filter, Sorting sorting, Reader reader) {
        ListConditions conditions = lists.conditions(filter, List.of(), reader);
        return lists.lines(conditions, lists.count(conditions), sorting, reader, PETITIONS, 0);
    }

    private static PetitionFilter saying(@Nullable String words) {
        return new PetitionFilter(null, null, null, null, null, null, null, words);
    }
}
