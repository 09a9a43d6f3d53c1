package cn.wenzheng.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import cn.wenzheng.StillClock;
import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.OneNodeAtATime;
import cn.wenzheng.access.Sentences;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Drafts;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.delivery.DeliveryCalls;
import cn.wenzheng.petition.matter.MatterDesk;
import cn.wenzheng.supervision.SupervisionDesk;
import cn.wenzheng.triage.TriageDesk;
import cn.wenzheng.triage.model.ModelDesk;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationProvider;

/** The other rooms, each played by a mock. */
@TestConfiguration
class PlayedRooms {

    @Bean
    StillClock clock() {
        return new StillClock();
    }

    @Bean
    PetitionDesk petitionDesk() {
        return mock();
    }

    @Bean
    MatterDesk matterDesk() {
        return mock();
    }

    @Bean
    TriageDesk triageDesk() {
        return mock();
    }

    @Bean
    ModelDesk modelDesk() {
        return mock();
    }

    @Bean
    SupervisionDesk supervisionDesk() {
        return mock();
    }

    @Bean
    DeliveryCalls deliveryCalls() {
        return mock();
    }

    @Bean
    Drafts drafts() {
        return mock();
    }

    @Bean
    Deadlines deadlines() {
        return mock();
    }

    @Bean
    Journal journal() {
        return mock();
    }

    @Bean
    OrganizationDesk organizationDesk() {
        return mock();
    }

    @Bean
    CurrentActor currentActor() {
        return mock();
    }

    /** It is always this node's turn. */
    @Bean
    OneNodeAtATime oneNodeAtATime() {
        OneNodeAtATime turn = mock();
        doAnswer(call -> {
                    call.getArgument(1, Runnable.class).run();
                    return null;
                })
                .when(turn)
                .run(any(), any());
        return turn;
    }

    @Bean
    AuthenticationProvider login() {
        return mock();
    }

    @Bean
    Sentences sentences() {
        return mock();
    }
}
