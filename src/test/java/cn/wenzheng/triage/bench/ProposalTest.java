package cn.wenzheng.triage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.petition.Urgency;
import cn.wenzheng.triage.Gist;
import cn.wenzheng.triage.Guess;
import cn.wenzheng.triage.Suggestion;
import cn.wenzheng.triage.Warning;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalTest {

    @Test
    void whatTheHouseIsSureOfIsChosen() {
        Proposal proposal = proposal();
        assertThat(proposal.lead()).isEqualTo("0106");
        assertThat(proposal.ask()).isNull();
    }

    @Test
    void noUnitIsChosenWhereSomethingSpeaksAgainstAccepting() {
        for (Warning warning : List.of(Warning.OUT_OF_SCOPE, Warning.INSULT, Warning.EMPTY)) {
            Proposal proposal = proposal(warning);
            assertThat(proposal.lead()).as(warning.code()).isNull();
            assertThat(proposal.assisting()).isEmpty();
            assertThat(proposal.ask()).isEqualTo("scope");
        }
    }

    private static Proposal proposal(Warning... warnings) {
        Guess sure = new Guess("C010601", "路灯", 0.95, List.of());
        Suggestion suggestion = new Suggestion(
                "WZ-1",
                1,
                sure,
                new Guess("help", "求助", 0.9, List.of()),
                new Guess("normal", "普通", 0.9, List.of()),
                null,
                new Guess("0106", "照明管理所", 0.95, List.of()),
                List.of("0111"),
                new Gist("路灯不亮", List.of()),
                Set.of(warnings),
                null);
        return Proposal.of(suggestion, Urgency.NORMAL, 0.6);
    }
}
