package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.deadline.ServiceLevel;
import cn.wenzheng.deadline.ServiceLevels.Known;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Urgency;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table of the service levels: what comes before what. */
class ServiceLevelTest {

    private final CamundaServiceLevels levels = new CamundaServiceLevels();

    @ParameterizedTest(name = "{0} {1} complex {2}, topic {3}, unit {4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
            -,         -,      false, -,      -,      NORMAL
            COMPLAINT, NORMAL, false, -,      -,      NORMAL
            INQUIRY,   -,      false, -,      -,      INQUIRY
            INQUIRY,   NORMAL, false, -,      -,      INQUIRY
            INQUIRY,   NORMAL, false, -,      SUPPLY, SUPPLY
            INQUIRY,   NORMAL, false, LONG,   -,      LONG
            COMPLAINT, NORMAL, false, LONG,   SUPPLY, LONG
            COMPLAINT, NORMAL, false, NORMAL, SUPPLY, NORMAL
            COMPLAINT, NORMAL, true,  LONG,   SUPPLY, COMPLEX
            INQUIRY,   -,      true,  -,      -,      COMPLEX
            INQUIRY,   URGENT, true,  LONG,   SUPPLY, URGENT
            INQUIRY,   SUPPLY, true,  LONG,   LONG,   SUPPLY
            INQUIRY,   LIFE,   true,  LONG,   SUPPLY, LIFE
            -,         LIFE,   false, -,      -,      LIFE""")
    void theFirstRuleThatFitsCounts(
            PetitionKind kind,
            Urgency urgency,
            boolean complex,
            ServiceLevel topic,
            ServiceLevel unit,
            ServiceLevel expected) {
        assertThat(levels.of(new Known(kind, urgency, complex, topic, unit))).isEqualTo(expected);
    }

    @Test
    void answersWhateverIsAskedAndReachesEveryLevel() {
        Set<ServiceLevel> reached = EnumSet.noneOf(ServiceLevel.class);
        for (PetitionKind kind : withNull(PetitionKind.values())) {
            for (Urgency urgency : withNull(Urgency.values())) {
                for (ServiceLevel topic : withNull(ServiceLevel.values())) {
                    for (ServiceLevel unit : withNull(ServiceLevel.values())) {
                        reached.add(levels.of(new Known(kind, urgency, false, topic, unit)));
                        reached.add(levels.of(new Known(kind, urgency, true, topic, unit)));
                    }
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ServiceLevel.values());
    }

    private static <T> List<T> withNull(T[] values) {
        List<T> all = new ArrayList<>(List.of(values));
        all.add(null);
        return all;
    }
}
