package cn.wenzheng.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.wenzheng.organization.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a petitioner may do, in every state and at every time. */
class CitizenRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private final CitizenRules rules = new CitizenRules(Duration.ofHours(72), ZoneId.of("Asia/Shanghai"));

    private static final Set<CitizenAct> IN_WORK = Set.of(CitizenAct.ADD, CitizenAct.URGE, CitizenAct.WITHDRAW);

    private static final Map<PetitionStatus, Set<CitizenAct>> ALLOWED = new EnumMap<>(Map.of(
            PetitionStatus.RECEIVED, IN_WORK,
            PetitionStatus.ACCEPTED, IN_WORK,
            PetitionStatus.ASSIGNED, IN_WORK,
            PetitionStatus.REDO, IN_WORK,
            PetitionStatus.PAUSED, IN_WORK,
            PetitionStatus.HANDLED, IN_WORK,
            PetitionStatus.REVIEWED, Set.of(CitizenAct.ADD, CitizenAct.URGE, CitizenAct.RATE, CitizenAct.WITHDRAW),
            PetitionStatus.CLOSED, Set.of(CitizenAct.ADD, CitizenAct.RATE),
            PetitionStatus.REFUSED, Set.of(CitizenAct.OBJECT),
            PetitionStatus.WITHDRAWN, Set.of()));

    static {
        ALLOWED.put(PetitionStatus.WAITING_FOR_PETITIONER, IN_WORK);
    }

    @ParameterizedTest
    @EnumSource(PetitionStatus.class)
    void allowsInEachStateWhatThePageOffers(PetitionStatus status) {
        Set<CitizenAct> expected = ALLOWED.get(status);
        assertThat(rules.allowed(inState(status), false, NOW)).isEqualTo(expected);
        boolean adds = expected.contains(CitizenAct.ADD) || expected.contains(CitizenAct.OBJECT);
        assertThat(passes(() -> rules.add(inState(status), false, NOW))).isEqualTo(adds);
        assertThat(passes(() -> rules.urge(inState(status), NOW))).isEqualTo(expected.contains(CitizenAct.URGE));
        assertThat(passes(() -> rules.rate(inState(status), verdict(), NOW)))
                .isEqualTo(expected.contains(CitizenAct.RATE));
        assertThat(passes(() -> inState(status).withdraw(NOW))).isEqualTo(expected.contains(CitizenAct.WITHDRAW));
    }

    @Test
    void letsHimUrgeOnceInADay() {
        Petition petition = inState(PetitionStatus.ASSIGNED);
        rules.urge(petition, NOW);
        Instant almost = NOW.plus(Duration.ofHours(24)).minusSeconds(1);
        Refusal refusal = refusal(() -> rules.urge(petition, almost));
        assertThat(refusal.slug()).isEqualTo("urge-too-soon");
        assertThat(refusal.arguments()).containsExactly("2026-03-11 10:00");
        assertThat(rules.urgeAgainAt(petition, almost)).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(rules.allowed(petition, false, almost)).doesNotContain(CitizenAct.URGE);
        rules.urge(petition, NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void takesAVerdictOnceAndForThirtyDays() {
        Petition petition = inState(PetitionStatus.CLOSED);
        Instant last = NOW.plus(Duration.ofDays(30));
        assertThat(refusal(() -> rules.rate(petition, verdict(), last.plusSeconds(1)))
                        .slug())
                .isEqualTo("rate-not-now");
        rules.rate(petition, verdict(), last);
        assertThat(refusal(() -> rules.rate(petition, verdict(), last)).slug()).isEqualTo("rated-already");
        assertThat(petition.ratedSolved).isFalse();
        assertThat(petition.solved).as("the call-back's answer is another one").isNull();
    }

    @Test
    void takesOneObjection() {
        Petition petition = inState(PetitionStatus.REFUSED);
        assertThat(rules.add(petition, false, NOW)).isEqualTo(TimelineEvent.OBJECTION);
        assertThat(refusal(() -> rules.add(petition, false, NOW)).slug()).isEqualTo("objected-already");
        assertThat(rules.allowed(petition, false, NOW)).isEmpty();
    }

    @Test
    void takesTheAnswerToAQuestionInEveryStateButWithdrawn() {
        assertThat(rules.add(inState(PetitionStatus.REFUSED), true, NOW)).isEqualTo(TimelineEvent.ANSWER);
        assertThat(rules.add(inState(PetitionStatus.ASSIGNED), true, NOW)).isEqualTo(TimelineEvent.ANSWER);
        assertThat(refusal(() -> rules.add(inState(PetitionStatus.WITHDRAWN), true, NOW))
                        .slug())
                .isEqualTo("petition-over");
    }

    @Test
    void hearsHimAfterTheCloseAsLongAsTheCaseMayBeOpenedAgain() {
        Petition petition = inState(PetitionStatus.CLOSED);
        Instant last = NOW.plus(Duration.ofHours(72));
        assertThat(rules.add(petition, false, last)).isEqualTo(TimelineEvent.MESSAGE_FROM_CITIZEN);
        assertThat(refusal(() -> rules.add(petition, false, last.plusSeconds(1)))
                        .slug())
                .isEqualTo("closed-too-long");
        assertThat(rules.allowed(petition, false, last.plusSeconds(1))).doesNotContain(CitizenAct.ADD);
    }

    private static Rating verdict() {
        return new Rating(false, Satisfaction.DISSATISFIED, null);
    }

    private static boolean passes(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            return false;
        }
    }

    private static Refusal refusal(Runnable act) {
        return catchThrowableOfType(Refusal.class, act::run);
    }

    private static Petition inState(PetitionStatus status) {
        Petition petition =
                new Petition("WZ-20260310-000001", NOW, Channel.PORTAL, "", new byte[32], "222222222222", NOW);
        petition.status = status;
        return petition;
    }
}
