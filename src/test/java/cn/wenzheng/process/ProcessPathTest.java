package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import cn.wenzheng.audit.ProcessPath;
import cn.wenzheng.petition.AfterReturn;
import cn.wenzheng.petition.PetitionCommand.NotOurs;
import cn.wenzheng.petition.PetitionCommand.Review;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.ReturnGround;
import cn.wenzheng.process.PetitionHandling.Elements;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way an auditor sees marked in the diagram. */
class ProcessPathTest extends ProcessScene {

    @Autowired
    ProcessPath path;

    @Test
    void isUnknownForAPetitionTheEngineNeverSaw() {
        assertThat(path.of("WZ-20260101-999999")).isEmpty();
    }

    @Test
    void marksActivitiesAndTheFlowsBetweenThem() {
        process.begin(number);
        clock.shows("2026-03-14 10:00");
        complete(PetitionTask.ACCEPT_PETITION, null, ACCEPT, OPERATOR);
        ProcessPath.Path way = path.of(number).orElseThrow();
        assertThat(way.model()).contains(PetitionHandling.KEY).contains("BPMNDiagram");
        assertThat(way.current()).containsExactly(Elements.TASK_ASSIGN_PETITION);
        assertThat(way.taken())
                .containsExactlyInAnyOrder(
                        Elements.START_EVENT_PETITION_RECEIVED,
                        "Flow_Received",
                        Elements.TASK_CLASSIFY_PETITION,
                        "Flow_Classified",
                        Elements.TASK_ACCEPT_PETITION,
                        "Flow_AcceptanceDecided",
                        Elements.GATEWAY_PETITION_ACCEPTED,
                        "Flow_PetitionAccepted_Yes");
    }

    @Test
    void followsAReturnedPetitionOverTheLink() {
        inTheHandsOf("0106");
        clock.shows("2026-03-14 11:00");
        when(desk.returned(any(), any(), any(), anyBoolean(), any())).thenReturn(AfterReturn.ASSIGN_ANEW);
        NotOurs notOurs = new NotOurs(ReturnGround.NOT_OUR_DUTY, "不是我们的");
        complete(PetitionTask.HANDLE_PETITION, "0106", notOurs, handler("0106"));
        ProcessPath.Path way = path.of(number).orElseThrow();
        assertThat(way.current()).containsExactly(Elements.TASK_ASSIGN_PETITION);
        assertThat(way.taken())
                .contains(
                        "Flow_UnitsAnswered",
                        "Flow_UnitResponsible_No",
                        "Flow_RulingNeeded_No",
                        Elements.THROW_EVENT_PETITION_RETURNED,
                        Elements.CATCH_EVENT_PETITION_RETURNED,
                        "Flow_Returned")
                .doesNotContain(
                        "Flow_UnitResponsible_Yes", Elements.TASK_ARBITRATE_PETITION, Elements.TASK_REVIEW_PETITION);
    }

    @Test
    void marksTheWayBackAfterAReview() {
        clock.shows("2026-03-14 09:00");
        inTheHandsOf("0106");
        when(desk.answer(eq(number), any(), any(), any())).thenReturn(true);
        clock.shows("2026-03-14 10:00");
        complete(PetitionTask.HANDLE_PETITION, "0106", ANSWER, handler("0106"));
        clock.shows("2026-03-14 11:00");
        complete(PetitionTask.REVIEW_PETITION, null, new Review(false, "再改"), REVIEWER);
        when(desk.unitsInHand(number)).thenReturn(List.of("0106"));
        ProcessPath.Path way = path.of(number).orElseThrow();
        assertThat(way.current())
                .containsExactlyInAnyOrder(Elements.SUB_PROCESS_HANDLE_PETITION, Elements.TASK_HANDLE_PETITION);
        assertThat(way.taken()).contains("Flow_AnswerSatisfies_No").doesNotContain("Flow_AnswerSatisfies_Yes");
    }
}
