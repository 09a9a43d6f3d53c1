package cn.wenzheng.petition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.AttachmentDesk;
import cn.wenzheng.petition.CitizenAct;
import cn.wenzheng.petition.CitizenActs;
import cn.wenzheng.petition.CitizenView;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.QueryCodes;
import cn.wenzheng.petition.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A citizen files and follows; what he typed is never lost, and his code never stands in an address. */
class CitizenPagesTest {

    private static final String NUMBER = "WZ-20261124-000017";
    private static final String CODE = "K7QM2XRT9FWD";
    private static final Instant NOW = Instant.parse("2026-11-24T07:40:00Z");

    private final PetitionDesk desk = mock(PetitionDesk.class);
    private final PetitionSheets sheets = mock(PetitionSheets.class);
    private final CitizenActs acts = mock(CitizenActs.class);
    private final Deadlines deadlines = mock();
    private final TrackViews views = new TrackViews(sheets, deadlines);
    private final QueryCodes codes = mock(QueryCodes.class);
    private final MockHttpSession browser = new MockHttpSession();
    private final MockMvc pages = MockMvcBuilders.standaloneSetup(
                    new PortalPage(desk, deadlines),
                    new TrackPage(codes, views, mock(AttachmentDesk.class)),
                    new TrackActs(views, acts))
            .build();

    @BeforeEach
    void aPetitionIsInHand() {
        when(sheets.citizenView(NUMBER))
                .thenReturn(new CitizenView(
                        NUMBER,
                        PetitionStatus.RECEIVED,
                        null,
                        null,
                        NOW,
                        NOW,
                        null,
                        null,
                        null,
                        null,
                        "路灯坏了",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        Set.of(CitizenAct.ADD),
                        null,
                        null,
                        null));
    }

    @Test
    void showsTheReceiptInTheAnswerItself() throws Exception {
        Receipt receipt = new Receipt(NUMBER, CODE, PetitionStatus.RECEIVED, NOW, NOW, false);
        when(desk.receive(any(), any(), any())).thenReturn(receipt);

        pages.perform(post("/").param("text", "路灯坏了").param("key", "k1").param("hideIdentity", "true"))
                .andExpect(status().isOk())
                .andExpect(view().name("petition/receipt"))
                .andExpect(model().attribute("receipt", receipt));

        ArgumentCaptor<Intake> intake = ArgumentCaptor.forClass(Intake.class);
        verify(desk).receive(intake.capture(), any(), any());
        assertThat(intake.getValue().idempotencyKey()).isEqualTo("k1");
        assertThat(intake.getValue().hideIdentity()).isTrue();
        assertThat(intake.getValue().mayBePublic()).isFalse();
    }

    @Test
    void keepsWhatWasTypedWhenAFieldIsWrong() throws Exception {
        MvcResult answer = pages.perform(
                        post("/").param("text", "路灯坏了").param("phone", "abc").param("key", "k1"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn();

        PortalForm form = (PortalForm) answer.getModelAndView().getModel().get("form");
        assertThat(form.text()).isEqualTo("路灯坏了");
        assertThat(form.phone()).isEqualTo("abc");
        assertThat(form.key()).isEqualTo("k1");
        assertThat(answer.getModelAndView().getModel().get("refusal"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("petitioner.phone"));
        verifyNoInteractions(desk);
    }

    @Test
    void offersToFileOtherWordsAsAPetitionOfTheirOwn() throws Exception {
        when(desk.receive(any(), any(), any())).thenThrow(Refusal.conflict("same-id-other-body"));

        MvcResult answer = pages.perform(post("/").param("text", "井盖坏了").param("key", "k1"))
                .andExpect(status().isConflict())
                .andReturn();

        PortalForm form = (PortalForm) answer.getModelAndView().getModel().get("form");
        assertThat(form.text()).isEqualTo("井盖坏了");
        assertThat(form.key()).isNotBlank().isNotEqualTo("k1");
    }

    @Test
    void opensAPetitionWithItsCodeInTheBody() throws Exception {
        pages.perform(post("/track")
                        .session(browser)
                        .param("number", " wz-20261124-000017 ")
                        .param("code", CODE))
                .andExpect(redirectedUrl("/track/" + NUMBER));
        verify(codes).open(eq(NUMBER), eq(CODE), any());

        pages.perform(get("/track/" + NUMBER).session(browser)).andExpect(view().name("petition/track"));
    }

    @Test
    void opensAPetitionWithItsCodeInTheHeader() throws Exception {
        pages.perform(get("/track/" + NUMBER).session(browser).header("X-Query-Code", CODE))
                .andExpect(view().name("petition/track"));
        pages.perform(get("/track/" + NUMBER).session(browser)).andExpect(view().name("petition/track"));
    }

    @Test
    void keepsAPetitionClosedToAWrongCode() throws Exception {
        doThrow(Refusal.notFound()).when(codes).open(any(), any(), any());

        pages.perform(post("/track").session(browser).param("number", NUMBER).param("code", "wrong"))
                .andExpect(status().isNotFound())
                .andExpect(view().name("petition/find"));
        pages.perform(get("/track/" + NUMBER).session(browser))
                .andExpect(view().name("petition/find"))
                .andExpect(model().attributeDoesNotExist("view"));
    }

    @Test
    void takesAReplyOnlyFromWhoHasOpenedThePetition() throws Exception {
        pages.perform(post("/track/" + NUMBER + "/add").session(browser).param("text", "补充"))
                .andExpect(status().isNotFound())
                .andExpect(view().name("petition/find"))
                .andExpect(model().attribute("typed", "补充"));
        verifyNoInteractions(acts);

        open();
        pages.perform(post("/track/" + NUMBER + "/add").session(browser).param("text", "补充"))
                .andExpect(redirectedUrl("/track/" + NUMBER));
        verify(acts).add(eq(NUMBER), eq("补充"), eq(List.of()), any());
    }

    @Test
    void keepsAReplyThatIsTooLong() throws Exception {
        open();
        doThrow(Refusal.invalid("text", "field-too-long", "text", 2000))
                .when(acts)
                .add(any(), any(), any(), any());

        pages.perform(post("/track/" + NUMBER + "/add").session(browser).param("text", "长"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attribute("typed", "长"));
    }

    private void open() throws Exception {
        pages.perform(post("/track").session(browser).param("number", NUMBER).param("code", CODE));
    }
}
