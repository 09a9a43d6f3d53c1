package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.organization.Refusal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PetitionTest {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    /** The steps a petition in this state allows; every other step has to be refused. */
    private static final Map<PetitionStatus, Set<String>> ALLOWED = new EnumMap<>(Map.of(
            PetitionStatus.RECEIVED, Set.of("accept", "refuse", "answer at once", "ask back", "withdraw"),
            PetitionStatus.ACCEPTED, Set.of("assign", "classify", "withdraw"),
            PetitionStatus.ASSIGNED, Set.of("reassign", "return", "handle", "pause", "classify", "withdraw"),
            PetitionStatus.REDO, Set.of("reassign", "return", "handle", "pause", "classify", "withdraw"),
            PetitionStatus.PAUSED, Set.of("resume", "classify", "withdraw"),
            PetitionStatus.HANDLED, Set.of("pass", "send back", "withdraw"),
            PetitionStatus.REVIEWED, Set.of("close", "withdraw"),
            PetitionStatus.CLOSED, Set.of(),
            PetitionStatus.REFUSED, Set.of(),
            PetitionStatus.WITHDRAWN, Set.of()));

    private static final Map<String, Consumer<Petition>> STEPS = new HashMap<>(Map.of(
            "accept",
                    petition -> petition.accept(
                            new PetitionCommand.Accept(PetitionKind.HELP, "C1", Urgency.URGENT, null), NOW),
            "refuse", petition -> petition.refuse(RefusalReason.NOT_THIS_CITY, NOW),
            "assign", petition -> petition.assignTo("0106", NOW),
            "reassign", petition -> petition.reassignTo("0107", NOW),
            "return", petition -> petition.returned(NOW),
            "handle", petition -> petition.handled(NOW),
            "pass", petition -> petition.pass(NOW),
            "send back", petition -> petition.sendBack(NOW),
            "close", petition -> petition.close(new PetitionCommand.Close(false, null, null, null, "占线"), NOW),
            "withdraw", petition -> petition.withdraw(NOW)));

    static {
        STEPS.put("pause", petition -> petition.pause(PauseReason.SEASON, NOW.plusSeconds(60), NOW));
        STEPS.put("resume", petition -> petition.resume(NOW));
        STEPS.put(
                "answer at once",
                petition ->
                        petition.answerAtOnce(new PetitionCommand.AnswerAtOnce(PetitionKind.HELP, "C1", "您好"), NOW));
        STEPS.put("ask back", petition -> petition.askBack(NOW.plusSeconds(60), NOW));
        STEPS.put("end the wait", petition -> petition.waitIsOver(NOW));
        ALLOWED.put(PetitionStatus.WAITING_FOR_PETITIONER, Set.of("end the wait", "withdraw"));
        STEPS.put("classify", petition -> petition.classify(new ClockCommand.Classify("C2", null, null, true, null)));
    }

    @ParameterizedTest
    @EnumSource(PetitionStatus.class)
    void allowsInEachStateItsOwnStepsOnly(PetitionStatus status) {
        STEPS.forEach((name, step) -> {
            Petition petition = inState(status);
            ThrowingCallable attempt = () -> step.accept(petition);
            if (ALLOWED.get(status).contains(name)) {
                assertThat(petition.status).as(name).isEqualTo(status);
                step.accept(petition);
            } else {
                assertThatThrownBy(attempt)
                        .as("%s in state %s", name, status)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
                assertThat(petition.status).as("after the refused %s", name).isEqualTo(status);
            }
        });
    }

    @Test
    void beginsANewRoundWhenItGoesBackToUnits() {
        Petition petition = inState(PetitionStatus.ASSIGNED);
        petition.handled(NOW);
        petition.sendBack(NOW);
        assertThat(petition.round).isEqualTo(2);
        petition.reassignTo("0107", NOW);
        assertThat(petition.round).isEqualTo(3);
        petition.returned(NOW);
        assertThat(petition.round).isEqualTo(4);
        assertThat(petition.leadUnit).isNull();
    }

    @Test
    void refusesTheSameLeadAgain() {
        Petition petition = inState(PetitionStatus.ASSIGNED);
        assertThatThrownBy(() -> petition.reassignTo("0106", NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("lead-unchanged"));
    }

    @Test
    void answersTheCitizenFirstWhenItIsAcceptedOrRefused() {
        Petition accepted = inState(PetitionStatus.RECEIVED);
        assertThat(accepted.firstAnsweredAt).isNull();
        STEPS.get("accept").accept(accepted);
        assertThat(accepted.firstAnsweredAt).isEqualTo(NOW);
        Petition refused = inState(PetitionStatus.RECEIVED);
        STEPS.get("refuse").accept(refused);
        assertThat(refused.firstAnsweredAt).isEqualTo(NOW);
    }

    @Test
    void closesAPlainInquiryWithItsAnswerAndCallsBackAboutAnythingElse() {
        Petition inquiry = inState(PetitionStatus.RECEIVED);
        inquiry.answerAtOnce(new PetitionCommand.AnswerAtOnce(PetitionKind.INQUIRY, "C1", "请带身份证"), NOW);
        assertThat(inquiry.status).isEqualTo(PetitionStatus.CLOSED);
        Petition help = inState(PetitionStatus.RECEIVED);
        help.answerAtOnce(new PetitionCommand.AnswerAtOnce(PetitionKind.HELP, "C1", "已修好"), NOW);
        assertThat(help.status).isEqualTo(PetitionStatus.REVIEWED);
    }

    @Test
    void theQuestionIsItsFirstAnswerWhateverComesAfterIt() {
        Petition petition = inState(PetitionStatus.RECEIVED);
        petition.askBack(NOW.plusSeconds(60), NOW);
        petition.waitIsOver(NOW.plusSeconds(30));
        assertThat(petition.status).isEqualTo(PetitionStatus.RECEIVED);
        petition.refuse(RefusalReason.SECRETS, NOW.plusSeconds(40));
        assertThat(petition.firstAnsweredAt).isEqualTo(NOW);
    }

    @Test
    void isAgainWhatItWasBeforeADecisionThatIsUndone() {
        Petition petition = inState(PetitionStatus.RECEIVED);
        petition.leadUnit = null;
        DecisionRows.Before before = DecisionRows.Before.of(petition);
        STEPS.get("accept").accept(petition);
        petition.assignTo("0106", NOW.plusSeconds(1));
        petition.undo(before, true);
        assertThat(petition.status).isEqualTo(PetitionStatus.RECEIVED);
        assertThat(DecisionRows.Before.of(petition)).isEqualTo(before);
        assertThat(petition.leadUnit).isNull();
        assertThat(petition.round).as("its next limits carry another round").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = PetitionStatus.class,
            names = {"ASSIGNED", "REDO"})
    void goesOnAfterAPauseAsWhatItWas(PetitionStatus status) {
        Petition petition = inState(status);
        petition.pause(PauseReason.WAITING_FOR_PETITIONER, NOW.plusSeconds(60), NOW);
        assertThat(petition.status).isEqualTo(PetitionStatus.PAUSED);
        assertThat(petition.pausedReason).isEqualTo(PauseReason.WAITING_FOR_PETITIONER);
        petition.resume(NOW);
        assertThat(petition.status).isEqualTo(status);
        assertThat(petition.pausedUntil).isNull();
    }

    private static Petition inState(PetitionStatus status) {
        Petition petition =
                new Petition("WZ-20260310-000001", NOW, Channel.PORTAL, "", new byte[32], "222222222222", NOW);
        petition.status = status;
        petition.pausedStatus = status == PetitionStatus.PAUSED ? PetitionStatus.REDO : null;
        petition.leadUnit = "0106";
        return petition;
    }
}
