package cn.wenzheng.notice;

import static cn.wenzheng.notice.Post.Settled.NOTHING;
import static cn.wenzheng.notice.Post.Settled.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionEvent;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionSheets.Whereabouts;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.ReturnGround;
import cn.wenzheng.petition.TimelineEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class PetitionNoticesTest {

    private static final String NUMBER = "WZ-20260310-000001";
    private static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");

    private final NoticeRows rows = mock();
    private final PetitionSheets sheets = mock();
    private final PetitionNotices notices = new PetitionNotices(rows, sheets);

    @Test
    void tellsTheOperatorOfANewPetition() {
        notices.received(new PetitionEvent.Received(NUMBER, Channel.PORTAL, AT));
        ArgumentCaptor<Post> post = ArgumentCaptor.forClass(Post.class);
        verify(rows).addReceived(post.capture());
        assertThat(post.getValue().settled()).isEqualTo(NOTHING);
        assertThat(SlipNoticesTest.heard(post.getValue())).containsExactly("role-operator NEW_TASK acceptance null");
    }

    @Test
    void tellsTheDispatcherOfWhatWasAccepted() {
        notices.accepted(new PetitionEvent.Accepted(NUMBER, "C010601", AT));
        assertThat(post().settled()).isEqualTo(WORK);
        assertThat(heard()).containsExactly("role-dispatcher NEW_TASK assignment null");
    }

    @Test
    void tellsEveryUnitThatGetsAPart() {
        notices.assigned(new PetitionEvent.Assigned(NUMBER, "0106", List.of("0111", "0113"), AT));
        assertThat(post().settled()).isEqualTo(WORK);
        assertThat(heard())
                .containsExactly(
                        "unit-0106 NEW_TASK handling 0106",
                        "unit-0111 NEW_TASK handling 0111",
                        "unit-0113 NEW_TASK handling 0113");
    }

    @Test
    void tellsBothUnitsOfAChangeOfTheLead() {
        notices.reassigned(new PetitionEvent.Reassigned(NUMBER, "0106", "0111", AT));
        assertThat(post().settled()).isEqualTo(WORK);
        assertThat(post().settledUnit()).isEqualTo("0106");
        assertThat(heard()).containsExactly("unit-0106 TAKEN_AWAY handling 0106", "unit-0111 NEW_TASK handling 0111");
    }

    @Test
    void tellsTheReviewerOfTheLeadsAnswer() {
        notices.answered(new PetitionEvent.Answered(NUMBER, "0106", true, AT));
        assertThat(post().settledUnit()).isNull();
        assertThat(heard()).containsExactly("role-reviewer NEW_TASK review null");
    }

    @Test
    void tellsNobodyOfAnAssistingAnswerAndLeavesTheUnitInPeace() {
        notices.answered(new PetitionEvent.Answered(NUMBER, "0111", false, AT));
        assertThat(post().settled()).isEqualTo(WORK);
        assertThat(post().settledUnit()).isEqualTo("0111");
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,", "false,0106"})
    void tellsTheDispatcherOfAReturn(boolean lead, String settledUnit) {
        notices.returned(new PetitionEvent.Returned(NUMBER, "0106", lead, ReturnGround.NOT_OUR_DUTY, AT));
        assertThat(post().settledUnit()).isEqualTo(settledUnit);
        assertThat(heard()).containsExactly("role-dispatcher RETURNED not-our-duty 0106");
    }

    @Test
    void tellsTheReviewerWhatIsToBeCalledBack() {
        notices.reviewed(new PetitionEvent.Reviewed(NUMBER, "0106", true, AT));
        assertThat(heard()).containsExactly("role-reviewer NEW_TASK call-back null");
    }

    @Test
    void tellsTheLeadWhatWasSentBack() {
        notices.reviewed(new PetitionEvent.Reviewed(NUMBER, "0106", false, AT));
        assertThat(heard()).containsExactly("unit-0106 SENT_BACK handling 0106");
    }

    @Test
    void letsAPetitionThatIsOverCallNobody() {
        notices.over(new PetitionEvent.Refused(NUMBER, RefusalReason.SECRETS, AT));
        assertThat(post().settled()).isEqualTo(WORK);
        assertThat(post().settledUnit()).isNull();
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, role-operator",
        "ACCEPTED, role-dispatcher",
        "HANDLED, role-reviewer",
        "REVIEWED, role-reviewer",
        "CLOSED, role-reviewer",
        "REFUSED, role-reviewer"
    })
    void tellsWhoHoldsThePetitionWhatTheCitizenSaid(PetitionStatus status, String audience) {
        when(sheets.whereabouts(NUMBER)).thenReturn(new Whereabouts(status, List.of()));
        notices.citizenSpoke(new PetitionEvent.CitizenSpoke(NUMBER, TimelineEvent.MESSAGE_FROM_CITIZEN, AT));
        assertThat(heard()).containsExactly(audience + " MESSAGE message-from-citizen null");
    }

    @Test
    void tellsTheUnitsThatHaveItInHandWhatTheCitizenSaid() {
        when(sheets.whereabouts(NUMBER)).thenReturn(new Whereabouts(PetitionStatus.ASSIGNED, List.of("0106", "0111")));
        notices.citizenSpoke(new PetitionEvent.CitizenSpoke(NUMBER, TimelineEvent.MESSAGE_FROM_CITIZEN, AT));
        assertThat(post().settled()).isEqualTo(NOTHING);
        assertThat(heard())
                .containsExactly(
                        "unit-0106 MESSAGE message-from-citizen 0106", "unit-0111 MESSAGE message-from-citizen 0111");
    }

    private Post post() {
        ArgumentCaptor<Post> post = ArgumentCaptor.forClass(Post.class);
        verify(rows).add(post.capture());
        return post.getValue();
    }

    private List<String> heard() {
        return SlipNoticesTest.heard(post());
    }
}
