package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.fixture.edge.demo.simulator.LookingAtTheAdapter;
import cn.wenzheng.fixture.edge.petition.AskingAChannel;
import cn.wenzheng.fixture.edge.petition.AskingTheEngine;
import cn.wenzheng.fixture.edge.petition.AskingTheWall;
import cn.wenzheng.fixture.edge.petition.ControllerAtTheEngine;
import cn.wenzheng.fixture.edge.process.ReadingAFile;
import cn.wenzheng.fixture.edge.process.WaitingForTheNetwork;
import cn.wenzheng.fixture.edge.process.task.TransactionOfItsOwn;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps Camunda in one room, the outside world out of it and time in one clock; each rule is shown to bite. */
class EngineAtTheEdgeTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.wenzheng");

    private static final JavaClasses WRONG_HOUSE = new ClassFileImporter().importPackages("cn.wenzheng.fixture.edge");

    private static final HouseRules RULES = new HouseRules("cn.wenzheng");
    private static final HouseRules WRONG_HOUSE_RULES = new HouseRules("cn.wenzheng.fixture.edge");

    @Test
    void onlyProcessSpeaksToTheEngine() {
        RULES.engineOnlyInProcess().check(HOUSE);
        assertThat(reports(WRONG_HOUSE_RULES.engineOnlyInProcess())).contains(AskingTheEngine.class.getName());
    }

    @Test
    void processDoesNotWaitForTheOutsideWorld() {
        RULES.noOutsideWorldInProcess().check(HOUSE);
        assertThat(reports(WRONG_HOUSE_RULES.noOutsideWorldInProcess()))
                .contains(WaitingForTheNetwork.class.getName(), ReadingAFile.class.getName());
    }

    @Test
    void controllersLeaveTheEngineAlone() {
        RULES.noEngineInControllers().check(HOUSE);
        assertThat(reports(WRONG_HOUSE_RULES.noEngineInControllers()))
                .contains(ControllerAtTheEngine.class.getName())
                .doesNotContain(AskingTheEngine.class.getName());
    }

    @Test
    void delegatesStayInTheEnginesTransaction() {
        RULES.noTransactionInDelegates().check(HOUSE);
        assertThat(reports(WRONG_HOUSE_RULES.noTransactionInDelegates())).contains(TransactionOfItsOwn.class.getName());
    }

    @Test
    void timeComesFromTheOneClock() {
        RULES.timeOnlyFromTheClock().check(HOUSE);
        assertThat(reports(WRONG_HOUSE_RULES.timeOnlyFromTheClock()))
                .contains(AskingTheWall.class.getName() + ".instant()")
                .contains(AskingTheWall.class.getName() + ".today()")
                .contains(AskingTheWall.class.getName() + ".millis()")
                .contains(AskingTheWall.class.getName() + ".date()")
                .contains(AskingTheWall.class.getName() + ".clock()")
                .doesNotContain(AskingTheWall.class.getName() + ".asItShouldBe");
    }

    @Test
    void nobodyImportsTheRoomsAtTheEdge() {
        RULES.askedByNobody().forEach(rule -> rule.check(HOUSE));
        assertThat(WRONG_HOUSE_RULES.askedByNobody())
                .hasSize(3)
                .allSatisfy(rule -> assertThat(reports(rule)).contains(AskingAChannel.class.getName()));
    }

    @Test
    void theSimulatedPlatformsShareNothingWithTheAdapters() {
        RULES.simulatorAtArmsLength().check(HOUSE);
        assertThat(reports(WRONG_HOUSE_RULES.simulatorAtArmsLength())).contains(LookingAtTheAdapter.class.getName());
    }

    private static String reports(ArchRule rule) {
        EvaluationResult result = rule.allowEmptyShould(false).evaluate(WRONG_HOUSE);
        assertThat(result.hasViolation()).isTrue();
        List<String> lines = result.getFailureReport().getDetails();
        return String.join("\n", lines);
    }
}
