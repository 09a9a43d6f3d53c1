package cn.wenzheng.petition;

import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units' parts in petitions. */
@Component
class PartRows {

    private final JdbcAggregateTemplate aggregates;
    private final JdbcClient jdbc;

    PartRows(JdbcAggregateTemplate aggregates, JdbcClient jdbc) {
        this.aggregates = aggregates;
        this.jdbc = jdbc;
    }

    /** Every part the petition ever had, the lead of a round first. */
    List<Assignment> all(String number) {
        return aggregates.findAll(
                Query.query(Criteria.where("petition").is(number)).sort(Sort.by("round", "id")), Assignment.class);
    }

    List<Assignment> open(String number) {
        return aggregates.findAll(
                Query.query(Criteria.where("petition").is(number).and("state").is(AssignmentState.IN_HAND.name())),
                Assignment.class);
    }

    /** The lead's answer of this round, which waits for review. */
    Assignment submittedLead(Petition petition) {
        return aggregates
                .findOne(
                        Query.query(Criteria.where("petition")
                                .is(petition.number)
                                .and("round")
                                .is(petition.round)
                                .and("duty")
                                .is(Duty.LEAD.name())
                                .and("state")
                                .is(AssignmentState.SUBMITTED.name())),
                        Assignment.class)
                .orElseThrow();
    }

    void save(List<Assignment> parts) {
        aggregates.saveAll(parts);
    }

    /** The answers of all parts are final. */
    void finish(String number) {
        jdbc.sql("UPDATE assignment SET state = 'DONE' WHERE petition = ? AND state = 'SUBMITTED'")
                .param(number)
                .update();
    }

    /** The answers given for a lead that held itself not responsible no longer count. */
    void takeBackAnswered(String number) {
        jdbc.sql("UPDATE assignment SET state = 'REASSIGNED' WHERE petition = ? AND state = 'SUBMITTED'")
                .param(number)
                .update();
    }
}
