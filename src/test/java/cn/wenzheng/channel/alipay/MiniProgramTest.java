package cn.wenzheng.channel.alipay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.Accounts;
import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.PlatformHttp;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.Receipt;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mini-program's form: who speaks is asked of Alipay once, and then it goes the way of every item. */
class MiniProgramTest {

    private static final String TOKEN = "alipay_system_oauth_token_response";

    private final GatewayStub alipay = new GatewayStub();
    private final Accounts accounts = mock(Accounts.class);
    private final Forms forms = mock(Forms.class);
    private final List<Inbound> taken = new ArrayList<>();
    private final MiniProgramDesk desk = new MiniProgramDesk(
            accounts,
            new Identity(new Gateway(new PlatformHttp()), accounts, Alipay.CLOCK),
            forms,
            (account, item) -> {
                taken.add(item);
                return new Receipt("WZ-1", "CODE", PetitionStatus.RECEIVED, Alipay.NOW, null, taken.size() > 1);
            },
            Alipay.CLOCK);

    private final Account account = alipay.account();

    @BeforeEach
    void open() {
        when(accounts.find(Channel.ALIPAY, "wenzheng")).thenReturn(Optional.of(account));
    }

    @AfterEach
    void close() {
        alipay.close();
    }

    @Test
    void a12TheFormIsOfTheOpenIdAndOnlyElseOfTheUserId() {
        knows("\"open_id\":\"" + Alipay.OPEN_ID + "\",\"user_id\":\"" + Alipay.USER_ID + "\"");
        Receipt receipt = desk.submit("wenzheng", form("code-1", "s-1", null));

        assertThat(receipt.number()).isEqualTo("WZ-1");
        assertThat(alipay.lastAsked())
                .containsEntry("method", "alipay.system.oauth.token")
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "code-1")
                .doesNotContainKey("biz_content");
        Inbound item = taken.get(0);
        assertThat(item.externalId()).isEqualTo("mp:s-1:" + Alipay.OPEN_ID);
        assertThat(item.conversationKey()).isEqualTo(Alipay.OPEN_ID);
        assertThat(item.kind()).isEqualTo(Inbound.Kind.MESSAGE);
        assertThat(item.text()).isEqualTo("路灯坏了");
        assertThat(item.place()).isEqualTo(new GeoPoint(38.4, 106.2, GeoPoint.Crs.GCJ02));

        knows("\"user_id\":\"" + Alipay.USER_ID + "\"");
        desk.submit("wenzheng", form("code-2", "s-1", null));
        assertThat(taken.get(1).sender().id()).isEqualTo(Alipay.USER_ID);
        assertThat(taken.get(1).externalId()).isNotEqualTo(item.externalId());
        verifyNoInteractions(forms);
    }

    @Test
    void theSameFormSentAgainWithANewCodeIsTheSameItem() {
        knows("\"open_id\":\"" + Alipay.OPEN_ID + "\"");
        desk.submit("wenzheng", form("code-1", "s-1", "F1"));
        Receipt again = desk.submit("wenzheng", form("code-2", "s-1", "F1"));

        assertThat(again.repeated()).isTrue();
        assertThat(taken.get(1)).isEqualTo(taken.get(0));
        verify(forms, org.mockito.Mockito.times(2)).keep(account, "mp:s-1:" + Alipay.OPEN_ID, "F1");
    }

    @Test
    void oneBusyAccountSendsItsOwnPeopleAwayAndNoOthers() throws Exception {
        CountDownLatch asked = new CountDownLatch(Identity.AT_ONCE);
        CountDownLatch open = new CountDownLatch(1);
        Gateway slow = mock(Gateway.class);
        when(slow.call(eq(account), any(), any(), any())).thenAnswer(call -> {
            asked.countDown();
            open.await();
            return new ObjectMapper().readTree("{\"open_id\":\"%s\"}".formatted(Alipay.OPEN_ID));
        });
        Account other = new Account(99, Channel.ALIPAY, "other", "0106", "别的", "app-2", Map.of(), Map.of());
        when(slow.call(eq(other), any(), any(), any()))
                .thenReturn(new ObjectMapper().readTree("{\"open_id\":\"%s\"}".formatted(Alipay.OPEN_ID)));
        Identity identity = new Identity(slow, accounts, Alipay.CLOCK);
        ExecutorService people = Executors.newFixedThreadPool(Identity.AT_ONCE);
        try {
            IntStream.range(0, Identity.AT_ONCE).forEach(n -> people.submit(() -> identity.of(account, "c" + n)));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

            Refusal busy = catchThrowableOfType(Refusal.class, () -> identity.of(account, "one-more"));
            assertThat(busy.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
            assertThat(busy.slug()).isEqualTo("alipay-busy");
            assertThat(identity.of(other, "c")).isEqualTo(Alipay.OPEN_ID);
        } finally {
            open.countDown();
            people.shutdown();
        }
    }

    @Test
    void a13ACodeThatIsUsedUpOrOverIsRefusedInPlainWordsAndNotTriedAgain() {
        for (String node : List.of(TOKEN, "error_response")) {
            alipay.answers(
                    node, "{\"code\":\"40002\",\"msg\":\"Invalid Arguments\",\"sub_code\":\"isv.code-invalid\"}");
            Refusal refusal = refused(form("code-1", "s-1", null));
            assertThat(refusal.slug()).isEqualTo("alipay-code-invalid");
            assertThat(refusal.field()).isEqualTo("authCode");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        }
        assertThat(alipay.asked()).isEqualTo(2);
        assertThat(taken).isEmpty();
    }

    @Test
    void a13AnAnswerThatAlipayHasNotSignedNamesNobody() {
        alipay.answersText("{\"" + TOKEN + "\":{\"open_id\":\"forged\"},\"sign\":\"x\"}");
        assertThat(refused(form("code-1", "s-1", null)).slug()).isEqualTo("alipay-unreachable");
        verify(accounts).trouble(eq(account), eq(new Outcome.Unknown("not-signed")), any());

        alipay.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(refused(form("code-1", "s-1", null)).slug()).isEqualTo("alipay-unreachable");
        assertThat(taken).isEmpty();
    }

    @Test
    void a15AWrongClockIsNotedAtTheAccount() {
        alipay.answers(TOKEN, "{\"code\":\"40002\",\"msg\":\"x\",\"sub_code\":\"isv.invalid-timestamp\"}");

        assertThat(refused(form("code-1", "s-1", null)).slug()).isEqualTo("alipay-unreachable");
        verify(accounts).trouble(account, new Outcome.NotNow(null, "clock-skew"), Alipay.NOW);
    }

    @Test
    void whatIsWrongWithAFormIsSaidBeforeItsCodeIsUsedUp() {
        assertThat(refused(form("", "s-1", null)).field()).isEqualTo("authCode");
        assertThat(refused(form("c", "", null)).field()).isEqualTo("submissionId");
        assertThat(refused(form("c", "a:b", null)).slug()).isEqualTo("submission-id-malformed");
        assertThat(refused(form("c", "s", "f".repeat(65))).field()).isEqualTo("formId");
        assertThat(refused(new Submission("c", "s", null, null, null, " ", null, null, null, null, null, null, null))
                        .field())
                .isEqualTo("text");
        assertThat(refused(new Submission("c", "s", null, null, null, "x", null, 91.0, 1.0, null, null, null, null))
                        .field())
                .isEqualTo("lat");
        assertThat(refused(new Submission("c", "s", null, null, null, "x", null, 1.0, null, null, null, null, null))
                        .field())
                .isEqualTo("lat");
        assertThat(refused(new Submission("c", "s", null, null, null, "x", null, 1.0, 181.0, null, null, null, null))
                        .field())
                .isEqualTo("long");
        assertThat(refused(new Submission(
                                "c",
                                "s",
                                null,
                                null,
                                null,
                                "x",
                                null,
                                null,
                                null,
                                null,
                                new Submission.Who(null, "no phone", null),
                                null,
                                null))
                        .field())
                .isEqualTo("petitioner.phone");
        assertThat(alipay.asked()).isZero();
    }

    @Test
    void anAccountThatIsNotThereIsNotFound() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> desk.submit("nobody", form("c", "s", null)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(alipay.asked()).isZero();
    }

    private void knows(String ids) {
        alipay.answers(TOKEN, "{\"access_token\":\"a\",\"expires_in\":1296000," + ids + "}");
    }

    private Refusal refused(Submission form) {
        return catchThrowableOfType(Refusal.class, () -> desk.submit("wenzheng", form));
    }

    private static Submission form(String code, String id, @Nullable String formId) {
        return new Submission(code, id, formId, null, null, "路灯坏了", null, 38.4, 106.2, true, null, true, true);
    }
}
