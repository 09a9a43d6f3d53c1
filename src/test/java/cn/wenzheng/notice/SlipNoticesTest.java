package cn.wenzheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Unit;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.supervision.Rung;
import cn.wenzheng.supervision.SlipAct;
import cn.wenzheng.supervision.SlipRule;
import cn.wenzheng.supervision.SupervisionEvent.Escalated;
import cn.wenzheng.supervision.SupervisionEvent.Reminded;
import cn.wenzheng.supervision.SupervisionEvent.SlipActed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class SlipNoticesTest {

    private static final String NUMBER = "WZ-20260310-000001";
    private static final String SLIP = "DB-20260317-000001";
    private static final Instant AT = Instant.parse("2026-03-17T02:00:00Z");

    private final NoticeRows rows = mock();
    private final OrganizationDesk organization = mock();
    private final SlipNotices notices = new SlipNotices(rows, organization);

    @BeforeEach
    void theCityHasACentre() {
        when(organization.centre()).thenReturn(new Unit("0000", "诉求中心", 1, null));
    }

    @ParameterizedTest
    @CsvSource({
        "0106, HANDLING, unit-0106 NEAR_EXPIRY handling 0106",
        "0000, ACCEPTANCE, role-operator NEAR_EXPIRY acceptance 0000 + head-0000 NEAR_EXPIRY acceptance 0000",
        "0000, ASSIGNMENT, role-dispatcher NEAR_EXPIRY assignment 0000 + head-0000 NEAR_EXPIRY assignment 0000",
        "0000, REVIEW, role-reviewer NEAR_EXPIRY review 0000 + head-0000 NEAR_EXPIRY review 0000"
    })
    void remindsWhoeverHoldsTheStage(String unit, Stage stage, String expected) {
        notices.reminded(new Reminded(NUMBER, unit, stage, AT));
        assertThat(String.join(" + ", heard(post()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0106, HANDLING, unit-0106", "0000, REVIEW, role-reviewer"})
    void tellsTheSupervisorTooWhenALimitIsMissed(String unit, Stage stage, String holder) {
        notices.escalated(new Escalated(NUMBER, unit, stage, 1, SlipRule.OVERDUE, AT, AT));
        assertThat(heard(post()))
                .contains(
                        holder + " OVERDUE " + stage.code() + " " + unit,
                        "role-supervisor OVERDUE " + stage.code() + " " + unit);
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED, unit-0106 SLIP_ISSUED yellow 0106 + role-supervisor SLIP_ISSUED yellow 0106",
        "RAISED, unit-0106 SLIP_RAISED yellow 0106 + role-supervisor SLIP_RAISED yellow 0106",
        "REPORTED, role-supervisor SLIP_ANSWERED yellow 0106",
        "LIFTED, head-0106 SLIP_LIFTED yellow 0106",
        "RULED, head-0106 SLIP_RULED yellow 0106",
        "REJECTED, ''"
    })
    void saysWhatWasDoneToASlipToThoseOnTheOtherSide(SlipAct act, String expected) {
        notices.acted(new SlipActed(SLIP, NUMBER, "0106", Stage.HANDLING, act, Rung.YELLOW, AT));
        assertThat(post().settled()).isEqualTo(Post.Settled.SLIP);
        assertThat(post().slip()).isEqualTo(SLIP);
        assertThat(String.join(" + ", heard(post()))).isEqualTo(expected);
    }

    @Test
    void tellsTheCentresHeadHowASlipOfItsOwnStageEnded() {
        notices.acted(new SlipActed(SLIP, NUMBER, "0000", Stage.REVIEW, SlipAct.LIFTED, Rung.BLUE, AT));
        assertThat(heard(post()))
                .containsExactly("role-reviewer SLIP_LIFTED blue 0000", "head-0000 SLIP_LIFTED blue 0000");
    }

    private Post post() {
        ArgumentCaptor<Post> post = ArgumentCaptor.forClass(Post.class);
        verify(rows).add(post.capture());
        return post.getValue();
    }

    static List<String> heard(Post post) {
        return post.lines().stream()
                .map(line -> "%s %s %s %s"
                        .formatted(
                                line.audience().key(), line.kind(), post.about().code(), line.unit()))
                .toList();
    }
}
