package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.contract.BpmnModel;
import cn.wenzheng.contract.CodeRules;
import cn.wenzheng.contract.DecisionModel;
import cn.wenzheng.contract.DecisionRules;
import cn.wenzheng.contract.DiagramRules;
import cn.wenzheng.contract.FormModel;
import cn.wenzheng.contract.FormRules;
import cn.wenzheng.contract.ModelRules;
import cn.wenzheng.contract.StrayRules;
import cn.wenzheng.contract.TimerRules;
import cn.wenzheng.fixture.Spoilt;
import cn.wenzheng.fixture.SpoiltDecisions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps one word from the diagram to the code, and the diagrams drawn as the house draws them. */
class ProcessContractTest {

    static List<BpmnModel> models() {
        return BpmnModel.all();
    }

    static List<FormModel> forms() {
        return FormModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelSaysWhatItIs(BpmnModel model) {
        assertThat(ModelRules.findings(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelWatchesTheTime(BpmnModel model) {
        assertThat(TimerRules.findings(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelAndTheCodeUseTheSameWords(BpmnModel model) {
        assertThat(CodeRules.findings(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsDrawnAsTheHouseDraws(BpmnModel model) {
        assertThat(DiagramRules.findings(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormAsksForItsCommand(FormModel form) {
        assertThat(FormRules.findings(form)).isEmpty();
    }

    @Test
    void aDecisionTableSaysWhatItIsAndUsesTheWordsOfTheCode() {
        assertThat(DecisionModel.all())
                .hasSize(1)
                .allSatisfy(model -> assertThat(DecisionRules.findings(model, SpoiltDecisions.levels()))
                        .isEmpty());
    }

    @Test
    void everyFormIsShownAndEveryTaskHasOne() {
        assertThat(FormRules.strays(models(), forms())).isEmpty();
    }

    @Test
    void theCodeKeepsNoDelegateAndNoListenerWithoutATask() {
        assertThat(StrayRules.findings(models())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource({
        "cn.wenzheng.fixture.SpoiltModels#ALL",
        "cn.wenzheng.fixture.SpoiltForms#ALL",
        "cn.wenzheng.fixture.SpoiltDecisions#ALL"
    })
    void reportsWhatIsSpoiltOnPurpose(Spoilt spoilt) {
        assertThat(spoilt.findings()).anyMatch(line -> line.contains(spoilt.expected()));
    }

    @Test
    void reportsFormsAndBeansThatNobodyNames() {
        List<BpmnModel> oneModel = List.of(BpmnModel.of("supervision"));
        assertThat(FormRules.strays(oneModel, forms())).contains("forms: handlePetition is shown by no task");
        assertThat(FormRules.strays(models(), List.of()))
                .contains("forms: handlePetition is shown by a task but not there");
        assertThat(StrayRules.findings(oneModel))
                .contains("process: ClassifyPetition is named by no model")
                .contains("process: HandlePetitionCompleted is named by no model");
    }
}
