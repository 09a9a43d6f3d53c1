package cn.wenzheng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wenzheng.CityRows;
import cn.wenzheng.petition.Deadlines.Start;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Stage;
import cn.wenzheng.petition.Urgency;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageLimitsTest {

    private static final Instant TUESDAY_TEN = City.at("2026-03-10 10:00");
    private static StageLimits limits;

    @BeforeAll
    static void readTheStartValues() {
        limits = City.startValues(new CityRows());
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLAINT, LIFE, 2026-03-10 12:00",
        "INQUIRY, SUPPLY, 2026-03-11 10:00",
        "COMPLAINT, URGENT, 2026-03-11 10:00",
        "INQUIRY, NORMAL, 2026-03-11 10:00",
        "INQUIRY, , 2026-03-11 10:00",
        "COMPLAINT, NORMAL, 2026-03-17 10:00",
        ", , 2026-03-17 10:00"
    })
    void handlingFollowsUrgencyBeforeKind(PetitionKind kind, Urgency urgency, String due) {
        assertThat(due(Stage.HANDLING, kind, urgency, false)).isEqualTo(City.at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "PROMISE, false, 2026-03-10 11:00",
        "ACCEPTANCE, false, 2026-03-10 10:15",
        "ACCEPTANCE, true, 2026-03-10 15:30",
        "ASSIGNMENT, false, 2026-03-10 15:30",
        "REVIEW, false, 2026-03-11 10:00",
        "CALL_BACK, true, 2026-03-13 10:00"
    })
    void theCentreHasItsOwnLimits(Stage stage, boolean backlog, String due) {
        assertThat(due(stage, PetitionKind.OTHER, Urgency.LIFE, backlog)).isEqualTo(City.at(due));
    }

    @Test
    void aLifeInDangerIsRemindedOnAnyDay() {
        assertThat(limits.of(start(Stage.HANDLING, null, Urgency.LIFE, false))
                        .share(80)
                        .end(City.at("2026-03-14 23:00"), City.PLAIN_WEEK))
                .isEqualTo(City.at("2026-03-15 00:36"));
    }

    @Test
    void theBacklogCarriesNoPromise() {
        assertThatThrownBy(() -> due(Stage.PROMISE, null, null, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant due(Stage stage, PetitionKind kind, Urgency urgency, boolean backlog) {
        return limits.of(start(stage, kind, urgency, backlog)).end(TUESDAY_TEN, City.PLAIN_WEEK);
    }

    private static Start start(Stage stage, PetitionKind kind, Urgency urgency, boolean backlog) {
        return new Start("WZ-20260310-000001", stage, "0000", 1, TUESDAY_TEN, kind, urgency, null, backlog);
    }
}
