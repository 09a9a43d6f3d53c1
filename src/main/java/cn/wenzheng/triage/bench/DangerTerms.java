package cn.wenzheng.triage.bench;

import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Until when dangers to life have to be accepted, which is long before anybody was promised an answer. */
@Component
class DangerTerms {

    private final Deadlines deadlines;
    private final OrganizationDesk organization;

    DangerTerms(Deadlines deadlines, OrganizationDesk organization) {
        this.deadlines = deadlines;
        this.organization = organization;
    }

    /** By their numbers; one statement, and none when there is no danger. */
    Map<String, Instant> of(List<String> dangers) {
        Map<String, Instant> terms = new HashMap<>();
        if (!dangers.isEmpty()) {
            deadlines.recall(dangers);
            String centre = organization.centre().code();
            dangers.forEach(number -> deadlines
                    .running(number, Stage.ACCEPTANCE, centre)
                    .ifPresent(limit -> terms.put(number, limit.dueAt())));
        }
        return terms;
    }
}
