package cn.wenzheng.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table of the city says of itself before anything goes in: all that is wrong, and what would change. */
class ImportCheckTest {

    private static final CityState CITY = new CityState(
            keptUnits(
                    new Unit("0000", "诉求中心", 1, null),
                    new Unit("0106", "路灯管理处", 2, "0000"),
                    new Unit("0206", "路灯一班", 3, "0106")),
            keptPeople(
                    person("admin", "0000", Role.ADMIN),
                    person("0106", "0106", Role.HANDLER),
                    person("0106-head", "0106", Role.HEAD)),
            keptTopics(topic("C01", null, null), topic("C0101", "C01", "0106")));

    @Test
    void tellsWhatIsNewWhatChangesAndWhatIsSoAlready() {
        ImportPlan plan = units("0106,路灯处,2,0000", "0107,供水公司,2,0000", "0206,路灯一班,3,0106");

        assertThat(plan.problems()).isEmpty();
        assertThat(plan)
                .extracting(ImportPlan::created, ImportPlan::changed, ImportPlan::unchanged)
                .containsExactly(1, 1, 1);
        assertThat(plan.changes())
                .first()
                .isEqualTo(
                        new ImportPlan.Change(2, "0106", false, List.of(new ImportPlan.Fact("name", "路灯管理处", "路灯处"))));
    }

    @Test
    void takesAParentThatIsDefinedFurtherDown() {
        assertThat(units("0302,二街道,3,0201", "0201,新区,2,0000").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0301,街道,3,0301 | unit-under-itself",
                "0106,路灯管理处,2,0206 | unit-circle",
                "0301,街道,3,9999 | unit-parent-unknown",
                "0301,街道,1,0106 | unit-above-its-parent",
                "0106,路灯管理处,4,0000 | unit-below-its-child",
                "0301,街道,5,0106 | unit-level-out-of-range",
                "0301,街道,高,0106 | unit-level-out-of-range",
                "0301,街道,,0106 | field-required",
                "0301,,3,0106 | field-required",
                "03-1,街道,3,0106 | unit-code-malformed",
                "012345678901234567890,街道,3,0106 | field-too-long",
                "0301,街道,3, | unit-second-centre",
                "0000,诉求中心,1,0106 | unit-centre-moved",
                "0301,街道,3,0106,多 | city-row-too-wide"
            })
    void namesWhatIsWrongWithAUnit(String row, String slug) {
        assertThat(said(units(row))).contains("2 " + slug);
    }

    @Test
    void findsACodeTwiceAndACircleOverTheFile() {
        assertThat(said(units("0301,甲,3,0302", "0302,乙,3,0301", "0303,丙,3,0106", "0303,丁,3,0106")))
                .containsExactlyInAnyOrder("2 unit-circle", "3 unit-circle", "5 unit-code-twice");
    }

    @Test
    void aFirstCityNeedsACentre() {
        CityState nothing = new CityState(Map.of(), Map.of(), Map.of());
        ImportSheet sheet = sheet("code,name,level,parent", "0301,甲,3,0302", "0302,乙,3,0301");
        assertThat(said(new ImportCheck<>(CityKind.UNITS, sheet, new UnitIntake(nothing)).plan()))
                .contains("1 unit-no-centre");
    }

    @Test
    void aClosedUnitIsNotTakenUpAgain() {
        Map<String, KeptUnit> units = keptUnits(new Unit("0000", "诉求中心", 1, null));
        units.put("0109", new KeptUnit(new Unit("0109", "旧单位", 2, "0000"), Instant.EPOCH));
        ImportSheet sheet = sheet("code,name,level,parent", "0109,旧单位,2,0000", "0110,新单位,2,0109");
        CityState city = new CityState(units, Map.of(), Map.of());
        assertThat(said(new ImportCheck<>(CityKind.UNITS, sheet, new UnitIntake(city)).plan()))
                .contains("2 unit-closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zhang,张三,0106,boss | role-unknown",
                "zhang,张三,9999,handler | person-unit-unknown",
                "zhang,张三,0106,head | unit-two-heads",
                "zhang,张三,0106,admin;handler | role-stands-alone",
                "zhang,张三,0106,auditor;handler | role-stands-alone",
                "zhang,张三,0106, | field-required",
                "zhang,,0106,handler | field-required",
                "张三,张三,0106,handler | account-malformed",
                "system,张三,0106,handler | account-malformed",
                "admin,管理员,0000,operator | own-admin",
                "admin,管理员,0000,operator | last-admin"
            })
    void namesWhatIsWrongWithAPerson(String row, String slug) {
        assertThat(said(people(row))).contains("2 " + slug);
    }

    @Test
    void findsAPersonTwiceAndTwoHeadsInTheFile() {
        assertThat(said(people("a,甲,0206,head", "b,乙,0206,handler|head", "c,丙,0206,handler", "c,丙,0206,handler")))
                .containsExactlyInAnyOrder("3 unit-two-heads", "5 person-twice");
    }

    @Test
    void letsTwoHeadsChangePlaces() {
        assertThat(people("0106-head,旧,0106,handler", "0106,新,0106,handler|head")
                        .problems())
                .isEmpty();
    }

    @Test
    void readsRolesByCodeOrByName() {
        assertThat(PersonRules.roles("经办人、head")).containsExactlyInAnyOrder(Role.HANDLER, Role.HEAD);
    }

    @Test
    void keepsAnAddressThatTheTableDoesNotSpeakOf() {
        Person kept = new Person("z", "张", "0106", EnumSet.of(Role.HANDLER), "z@example.org", true);
        CityState city = new CityState(CITY.units(), keptPeople(kept), Map.of());
        ImportSheet sheet = sheet("id,name,unit,roles", "z,张,0106,handler");
        assertThat(new ImportCheck<>(CityKind.PEOPLE, sheet, new PersonIntake(city, "x"))
                        .plan()
                        .unchanged())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C0102,停水,C0102, | topic-under-itself",
                "C0102,停水,C99, | topic-parent-unknown",
                "C0102,停水,C0101, | topic-parent-has-unit",
                "C01,城建,,0106 | duty-above-leaf",
                "C0102,停水,C01,9999 | unit-unknown",
                "C0102,停水,C01,0000 | unit-unknown",
                "C-2,停水,C01, | topic-code-malformed"
            })
    void namesWhatIsWrongWithATopic(String row, String slug) {
        ImportSheet sheet = sheet("code,name,parent,unit", row);
        assertThat(said(new ImportCheck<>(CityKind.TOPICS, sheet, new TopicIntake(CITY)).plan()))
                .contains("2 " + slug);
    }

    @Test
    void dutiesAreForTopicsThatAreThere() {
        ImportSheet sheet = sheet("category,unit,clause", "C0101,0206,第三条", "C77,0106,", "C01,0106,", "C0101,,");
        ImportPlan plan = new ImportCheck<>(CityKind.DUTIES, sheet, new DutyIntake(CITY)).plan();
        assertThat(said(plan)).containsExactlyInAnyOrder("3 duty-topic-unknown", "4 duty-above-leaf", "5 duty-twice");
    }

    @Test
    void namesColumnsThatAreMissingUnknownOrThereTwice() {
        ImportSheet sheet = sheet("code,name,level,nonsense,name", "0301,甲,3,x,y");
        assertThat(said(new ImportCheck<>(CityKind.UNITS, sheet, new UnitIntake(CITY)).plan()))
                .containsExactlyInAnyOrder("1 city-column-missing", "1 city-column-unknown", "1 import-column-twice");
    }

    @Test
    void findsTheThreeWrongRowsAmongTenThousandAndNothingElse() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add("U" + i + ",单位" + i + ",3," + (i == 0 ? "0106" : "U" + i / 2));
        }
        rows.set(0, "U0,单位0,3,0106");
        rows.set(1, "U1,单位1,3,U0");
        rows.set(4_000, "U4000,,3,U2000");
        rows.set(7_000, "U7000,单位,9,U3500");
        rows.set(9_999, "U9999,单位,3,U9999");
        assertThat(said(units(rows.toArray(String[]::new))))
                .containsExactly("4002 field-required", "7002 unit-level-out-of-range", "10001 unit-under-itself");
    }

    @Test
    void aChainOfTwentyThousandAndACircleAtItsEndAreFoundInOnePass() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add("U" + i + ",单位,3,U" + (i == 19_999 ? 19_998 : i + 1));
        }
        assertThat(said(units(rows.toArray(String[]::new)))).containsExactly("20000 unit-circle", "20001 unit-circle");
    }

    @Test
    void anotherCityMakesAnotherPlanOfTheSameTable() {
        ImportSheet sheet = sheet("code,name,level,parent", "0106,路灯处,2,0000");
        CityState other = new CityState(
                keptUnits(new Unit("0000", "诉求中心", 1, null), new Unit("0106", "灯", 2, "0000")), Map.of(), Map.of());
        assertThat(new ImportCheck<>(CityKind.UNITS, sheet, new UnitIntake(CITY))
                        .plan()
                        .fingerprint())
                .isEqualTo(units("0106,路灯处,2,0000").fingerprint())
                .isNotEqualTo(new ImportCheck<>(CityKind.UNITS, sheet, new UnitIntake(other))
                        .plan()
                        .fingerprint());
    }

    private static ImportPlan units(String... rows) {
        return new ImportCheck<>(CityKind.UNITS, sheet("code,name,level,parent", rows), new UnitIntake(CITY)).plan();
    }

    private static ImportPlan people(String... rows) {
        return new ImportCheck<>(CityKind.PEOPLE, sheet("id,name,unit,roles", rows), new PersonIntake(CITY, "admin"))
                .plan();
    }

    private static List<String> said(ImportPlan plan) {
        return plan.problems().stream()
                .map(problem -> problem.line() + " " + problem.reason().slug())
                .toList();
    }

    private static ImportSheet sheet(String header, String... rows) {
        List<ImportSheet.Row> read = new ArrayList<>();
        for (String row : rows) {
            read.add(new ImportSheet.Row(read.size() + 2, Arrays.asList(row.split(",", -1)), false));
        }
        return new ImportSheet(Arrays.asList(header.split(",")), 1, read);
    }

    private static Map<String, KeptUnit> keptUnits(Unit... units) {
        Map<String, KeptUnit> kept = new LinkedHashMap<>();
        Stream.of(units).forEach(unit -> kept.put(unit.code(), new KeptUnit(unit, null)));
        return kept;
    }

    private static Map<String, KeptPerson> keptPeople(Person... people) {
        Map<String, KeptPerson> kept = new LinkedHashMap<>();
        Stream.of(people).forEach(person -> kept.put(person.id(), new KeptPerson(person, null, false)));
        return kept;
    }

    private static Map<String, KeptTopic> keptTopics(Category... topics) {
        Map<String, KeptTopic> kept = new LinkedHashMap<>();
        Stream.of(topics).forEach(topic -> kept.put(topic.code(), new KeptTopic(topic, null)));
        return kept;
    }

    private static Person person(String id, String unit, Role role) {
        return new Person(id, id, unit, Set.of(role));
    }

    private static Category topic(String code, String parent, String unit) {
        return new Category(code, code, parent, unit != null, unit, List.of());
    }
}
