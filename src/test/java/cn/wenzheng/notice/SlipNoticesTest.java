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
import cn.wenzheng.supervision.SupervisionEvent.SlipActed;
import cn.wenzheng.supervision.SupervisionEvent.Urged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        when(organization.unit("0106")).thenReturn(Optional.of(new Unit("0106", "路灯管理处", 1, "0100")));
        when(organization.centre()).thenReturn(new Unit("0000", "诉求中心", 1, null));
    }

    @ParameterizedTest
    @CsvSource({
        "0106, HANDLING, unit-0106 URGED handling 0106",
        "0000, ACCEPTANCE, role-operator URGED acceptance 0000 + head-0000 URGED acceptance 0000",
        "0000, ASSIGNMENT, role-dispatcher URGED assignment 0000 + head-0000 URGED assignment 0000",
        "0000, REVIEW, role-reviewer URGED review 0000 + head-0000 URGED review 0000"
    })
    void urgesWhoeverHoldsTheStageAndNobodyElse(String unit, Stage stage, String expected) {
        notices.urged(new Urged(NUMBER, unit, stage, AT));
        assertThat(String.join(" + ", heard(post()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "BLUE, unit-0106 SLIP_ISSUED blue 0106",
        "YELLOW, unit-0106 SLIP_ISSUED yellow 0106",
        "RED, unit-0106 SLIP_ISSUED red 0106 + head-0100 SLIP_ISSUED red 0106 + role-supervisor SLIP_ISSUED red 0106",
        "RAISED, unit-0106 SLIP_ISSUED raised 0106 + role-supervisor SLIP_ISSUED raised 0106"
    })
    void tellsMorePeopleTheHigherTheRungIs(Rung rung, String expected) {
        notices.acted(new SlipActed(SLIP, NUMBER, "0106", Stage.HANDLING, SlipAct.ISSUED, rung, AT));
        assertThat(String.join(" + ", heard(post()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RAISED, unit-0106 SLIP_RAISED yellow 0106",
        "REPORTED, role-supervisor SLIP_ANSWERED yellow 0106",
        "LIFTED, head-0106 SLIP_LIFTED yellow 0106",
        "RULED, head-0106 SLIP_RULED yellow 0106",
        "UNDONE, unit-0106 SLIP_UNDONE yellow 0106",
        "REJECTED, ''",
        "SUPERSEDED, ''",
        "MET, ''"
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
