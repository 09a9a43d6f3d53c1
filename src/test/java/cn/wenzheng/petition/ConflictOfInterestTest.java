package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.wenzheng.StillClock;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** A petition about a unit is not given to this unit alone. */
class ConflictOfInterestTest {

    private static final Instant NOW = StillClock.local("2026-03-10 10:00");
    private static final Actor DISPATCHER = Actor.system(Door.API);

    private final OrganizationDesk organization = mock();
    private final ObjectProvider<ConflictWatch> watch = mock();
    private final MemberRows members = mock();
    private final Dispatch dispatch = new Dispatch(
            mock(),
            mock(),
            mock(),
            mock(),
            mock(),
            new TakenOver(mock()),
            mock(),
            organization,
            new Recusal(watch, members, organization),
            new StillClock());

    @BeforeEach
    void theCityIsThere() {
        when(organization.unit(anyString()))
                .thenAnswer(call -> Optional.of(new Unit(call.getArgument(0), "单位", 1, "0000")));
        when(organization.centre()).thenReturn(new Unit("0000", "诉求中心", 1, null));
        when(organization.unitName(anyString())).thenReturn("路灯管理处");
    }

    @Test
    void refusesTheUnitItIsAbout() {
        watches("0106");
        Petition petition = accepted();
        assertThatThrownBy(() -> dispatch.assign(petition, to("0106"), DISPATCHER))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.slug()).isEqualTo("unit-about-itself");
                    assertThat(refusal.field()).isEqualTo("lead");
                });
        assertThat(petition.status).isEqualTo(PetitionStatus.ACCEPTED);
    }

    @Test
    void refusesTheUnitThatOneWhoWaitsForTheAnswerComplainsAbout() {
        watches("0106", "WZ-20260310-000009");
        when(members.waiting("SX-1")).thenReturn(List.of("WZ-20260310-000008", "WZ-20260310-000009"));
        Petition petition = accepted();
        petition.matter = "SX-1";
        assertThatThrownBy(() -> dispatch.assign(petition, to("0106"), DISPATCHER))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.slug()).isEqualTo("matter-unit-about-itself");
                    assertThat(refusal.field()).isEqualTo("lead");
                });
        assertThat(petition.status).isEqualTo(PetitionStatus.ACCEPTED);
    }

    @Test
    void letsItLeadWithAnotherBesideIt() {
        watches("0106");
        Petition petition = accepted();
        dispatch.assign(petition, to("0106", "0113"), DISPATCHER);
        assertThat(petition.leadUnit).isEqualTo("0106");
    }

    @Test
    void letsAnyOtherUnitHaveItAlone() {
        watches("0106");
        Petition petition = accepted();
        dispatch.assign(petition, to("0113"), DISPATCHER);
        assertThat(petition.leadUnit).isEqualTo("0113");
    }

    @Test
    void nobodyWatchesWhereNoRoomDoes() {
        Petition petition = accepted();
        dispatch.assign(petition, to("0106"), DISPATCHER);
        assertThat(petition.leadUnit).isEqualTo("0106");
    }

    /** Every petition complains about this unit, or these alone. */
    private void watches(String unit, String... petitions) {
        List<String> about = List.of(petitions);
        when(watch.getIfAvailable())
                .thenReturn((asked, of) -> asked.stream()
                        .filter(each -> of.equals(unit) && (about.isEmpty() || about.contains(each)))
                        .findFirst());
    }

    private static PetitionCommand.Assign to(String lead, String... assisting) {
        return new PetitionCommand.Assign(lead, List.of(assisting), null, null);
    }

    private static Petition accepted() {
        Petition petition =
                new Petition("WZ-20260310-000001", NOW, Channel.PORTAL, "", new byte[32], "222222222222", NOW);
        petition.status = PetitionStatus.ACCEPTED;
        return petition;
    }
}
