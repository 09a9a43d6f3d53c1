package cn.wenzheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.KeptDuty;
import cn.wenzheng.organization.Person;
import cn.wenzheng.organization.Role;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.PetitionStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demo city's files keep what the contract promises of it. */
class DemoDataTest {

    private final Map<String, Unit> units =
            DemoCity.units().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    private final List<Category> categories = DemoCity.categories();
    private final Map<String, Person> people =
            DemoCity.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));

    @Test
    void hasEnoughUnitsOfEveryLevel() {
        assertThat(unitsOfLevel(1)).isGreaterThanOrEqualTo(91 + 1);
        assertThat(unitsOfLevel(2)).isGreaterThanOrEqualTo(6);
        assertThat(unitsOfLevel(3)).isGreaterThanOrEqualTo(25);
        assertThat(unitsOfLevel(4)).isGreaterThanOrEqualTo(40);
    }

    @Test
    void namesUnitsByLettersAndDigits() {
        assertThat(units.keySet()).allMatch(code -> code.matches("[A-Za-z0-9]{1,20}"));
    }

    @Test
    void listsEveryUnitAfterTheOneAboveItAndHasOneCentre() {
        Set<String> seen = new HashSet<>();
        for (Unit unit : DemoCity.units()) {
            assertThat(unit.isCentre()).as(unit.code()).isEqualTo(seen.isEmpty());
            assertThat(unit.isCentre() || seen.contains(unit.parent()))
                    .as(unit.code())
                    .isTrue();
            seen.add(unit.code());
        }
    }

    @Test
    void placesEveryUnitBelowOneOfAHigherLevel() {
        assertThat(units.values()).allSatisfy(unit -> {
            if (unit.level() > 1) {
                assertThat(units.get(unit.parent()).level()).isLessThan(unit.level());
            }
        });
    }

    @Test
    void givesEveryUnitAHandlerAndAHead() {
        assertThat(units.keySet()).allSatisfy(code -> {
            assertThat(people.get(code).roles()).contains(Role.HANDLER);
            assertThat(people.get(code + "-head").roles()).contains(Role.HEAD);
            assertThat(people.get(code + "-head").unit()).isEqualTo(code);
        });
    }

    @Test
    void givesSomeUnitsASecondHandler() {
        assertThat(people.values().stream().filter(person -> person.id().equals(person.unit() + "-2")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(person -> person.has(Role.HANDLER));
    }

    @Test
    void hasTheAccountsOfTheContract() {
        Map<String, Role> accounts = Map.of(
                "operator", Role.OPERATOR,
                "operator2", Role.OPERATOR,
                "dispatcher", Role.DISPATCHER,
                "reviewer", Role.REVIEWER,
                "supervisor", Role.SUPERVISOR,
                "supervisor2", Role.SUPERVISOR,
                "assessor", Role.ASSESSOR,
                "publicity", Role.PUBLICITY,
                "auditor", Role.AUDITOR,
                "admin", Role.ADMIN);
        assertThat(accounts)
                .allSatisfy((id, role) -> assertThat(people.get(id).roles()).containsExactly(role));
        assertThat(people.values()).allMatch(person -> units.containsKey(person.unit()));
    }

    @Test
    void listsEveryTopicAfterTheOneAboveItAndOnce() {
        Set<String> seen = new HashSet<>();
        for (Category category : categories) {
            assertThat(category.parent() == null || seen.contains(category.parent()))
                    .as(category.code())
                    .isTrue();
            assertThat(seen.add(category.code())).as(category.code()).isTrue();
        }
    }

    @Test
    void saysOfEveryLeafWhoseItIsAndWhoHelps() {
        Map<String, Category> leaves = categories.stream()
                .filter(Category::leaf)
                .collect(Collectors.toMap(Category::code, Function.identity()));
        List<KeptDuty> duties = DemoCity.duties();
        Map<String, String> ofTheCity = duties.stream()
                .filter(duty -> duty.area() == null)
                .collect(Collectors.toMap(KeptDuty::leaf, KeptDuty::unit));
        assertThat(ofTheCity.keySet()).isEqualTo(leaves.keySet());
        assertThat(ofTheCity)
                .allSatisfy((leaf, unit) ->
                        assertThat(unit).isEqualTo(leaves.get(leaf).unit()));
        assertThat(duties).doesNotHaveDuplicates().allSatisfy(duty -> {
            assertThat(units).containsKeys(duty.unit());
            assertThat(units.keySet()).containsAll(duty.assisting());
            assertThat(duty.assisting()).doesNotContain(duty.unit());
            assertThat(duty.clause()).isNotBlank();
            assertThat(duty.area() == null || units.get(duty.area()).level() > 1)
                    .isTrue();
        });
    }

    @Test
    void worksTheLeavesOutInWordsOfTheirOwn() {
        assertThat(DemoCity.duties().stream()
                        .filter(duty -> duty.area() == null)
                        .map(KeptDuty::clause))
                .doesNotHaveDuplicates();
    }

    @Test
    void givesEveryLeafAUnitThatHandlesAndNoOtherTopic() {
        Set<String> above = categories.stream().map(Category::parent).collect(Collectors.toSet());
        assertThat(categories).allSatisfy(category -> {
            assertThat(category.leaf()).isNotEqualTo(above.contains(category.code()));
            if (category.leaf()) {
                assertThat(units.get(category.unit()).isCentre()).isFalse();
            } else {
                assertThat(category.keywords()).isEmpty();
            }
        });
    }

    @Test
    void hasNoEmptyKeywordAndNoneThatSpeaksForTwoTopics() {
        List<String> keywords = categories.stream()
                .flatMap(category -> category.keywords().stream())
                .toList();
        assertThat(keywords).allMatch(word -> !word.isBlank() && word.length() <= 50);
        assertThat(keywords).doesNotHaveDuplicates();
    }

    @Test
    void bringsAtLeastOnePetitionToEveryStage() {
        List<StagedPetition> staged = StagedPetition.all();
        assertThat(staged.stream().map(StagedPetition::target))
                .contains(
                        PetitionStatus.RECEIVED,
                        PetitionStatus.ACCEPTED,
                        PetitionStatus.ASSIGNED,
                        PetitionStatus.HANDLED,
                        PetitionStatus.REVIEWED,
                        PetitionStatus.CLOSED,
                        PetitionStatus.REFUSED);
        assertThat(staged).anyMatch(petition -> petition.age().toDays() > 3);
        assertThat(staged.stream().map(petition -> petition.intake().idempotencyKey()))
                .doesNotHaveDuplicates();
    }

    @Test
    void writesEveryStepOfEveryStagedPetitionInsideTheLimits() {
        Set<String> leaves =
                categories.stream().filter(Category::leaf).map(Category::code).collect(Collectors.toSet());
        for (StagedPetition petition : StagedPetition.all()) {
            assertThat(leaves).contains(petition.words().get("category"));
            assertThat(stepsOf(petition)).allSatisfy(step -> {
                assertThat(people).containsKey(step.account());
                assertThat(step.unit() == null || units.containsKey(step.unit()))
                        .isTrue();
            });
        }
    }

    @Test
    void bringsPetitionsToImport() {
        List<String> ids = CsvFile.read("sample-petitions.csv").stream()
                .map(row -> row.get("externalId"))
                .toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(CsvFile.read("sample-petitions.csv"))
                .allSatisfy(row -> assertThat(row.get("text")).isNotBlank().hasSizeLessThanOrEqualTo(20_000));
    }

    private static List<StagedPetition.Step> stepsOf(StagedPetition petition) {
        Stream<PetitionStatus> way = switch (petition.target()) {
            case REFUSED -> Stream.of(PetitionStatus.RECEIVED);
            default ->
                Stream.of(
                                PetitionStatus.RECEIVED,
                                PetitionStatus.ACCEPTED,
                                PetitionStatus.ASSIGNED,
                                PetitionStatus.HANDLED,
                                PetitionStatus.REVIEWED)
                        .takeWhile(status -> status != petition.target());
        };
        return way.map(petition::stepFrom).toList();
    }

    private long unitsOfLevel(int level) {
        return units.values().stream().filter(unit -> unit.level() == level).count();
    }
}
