package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.petition.PetitionCommand.Refuse;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.process.PetitionHandling.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One petition that is refused leaves most of its model untouched, and that is noticed. */
class ModelCoverageTest extends ProcessScene {

    @RegisterExtension
    static final ModelCoverage COVERAGE = new ModelCoverage(PetitionHandling.KEY);

    @Test
    void namesTheNodesAndFlowsThatNoTestPasses() {
        process.begin(number);
        assertThat(COVERAGE.untouched())
                .contains(Elements.TASK_ACCEPT_PETITION)
                .doesNotContain(Elements.START_EVENT_PETITION_RECEIVED);
        complete(PetitionTask.ACCEPT_PETITION, null, new Refuse(RefusalReason.EMERGENCY, "请拨打 110"), OPERATOR);
        assertThat(COVERAGE.untouched())
                .contains(
                        Elements.TASK_ASSIGN_PETITION,
                        Elements.CATCH_EVENT_PETITION_RETURNED,
                        Elements.THROW_EVENT_PETITION_RETURNED,
                        "Flow_PetitionAccepted_Yes")
                .doesNotContain(
                        Elements.TASK_ACCEPT_PETITION, Elements.END_EVENT_PETITION_REFUSED, "Flow_PetitionAccepted_No");
        assertThatThrownBy(COVERAGE::assertWhole)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(Elements.TASK_ASSIGN_PETITION);
    }
}
