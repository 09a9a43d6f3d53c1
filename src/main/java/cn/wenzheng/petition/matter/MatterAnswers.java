package cn.wenzheng.petition.matter;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.Membership;
import cn.wenzheng.petition.matter.MatterRows.Kept;
import cn.wenzheng.petition.matter.MatterRows.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings a matter's answer to its members, so many in one transaction that a job ends in about a second. */
@Component
class MatterAnswers {

    /** Other work goes on between two batches; a node that dies in one takes back this many at most. */
    static final int BATCH = 50;

    private static final Actor HOUSE = Actor.system(Door.ENGINE);

    private final MatterRows rows;
    private final Membership petitions;
    private final ObjectProvider<MatterProcess> process;
    private final Journal journal;
    private final Clock clock;

    MatterAnswers(
            MatterRows rows,
            Membership petitions,
            ObjectProvider<MatterProcess> process,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.petitions = petitions;
        this.process = process;
        this.journal = journal;
        this.clock = clock;
    }

    /** The leading member's answer is out: it is everybody's. */
    void passed(Kept matter) {
        Instant now = clock.instant();
        rows.passed(matter.number(), petitions.passedAnswer(matter.lead()), now);
        rows.answered(matter.number(), matter.lead(), now);
        process.getObject().passed(matter.number());
        journal.done(HOUSE, "matter-passed", matter.lead(), Map.of(), Map.of("matter", matter.number()));
    }

    /** True when nobody waits any more. */
    boolean next(String number) {
        List<Waiting> next = rows.nextWaiting(number, BATCH);
        answer(number, next);
        boolean last = next.size() < BATCH;
        if (last) {
            Kept matter = rows.held(number).orElseThrow();
            rows.end(number, MatterState.ANSWERED, clock.instant());
            journal.done(HOUSE, "matter-answered", matter.lead(), Map.of(), Map.of("matter", number));
        }
        return last;
    }

    /** Answers this member alone, unless it does not wait any more. */
    void one(String number, String petition) {
        answer(number, rows.stillWaiting(number, petition));
    }

    private void answer(String number, List<Waiting> members) {
        if (members.isEmpty()) {
            return;
        }
        Kept matter = rows.read(number);
        String answer = requireNonNull(matter.answer());
        String unit = petitions.unitOf(matter.lead());
        for (Waiting member : members) {
            petitions.answered(member.petition(), unit, answer, member.remark(), HOUSE);
            rows.answered(number, member.petition(), clock.instant());
            process.getObject().answered(member.petition());
        }
    }
}
