package cn.wenzheng.petition.matter;

import static java.util.Objects.requireNonNull;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.petition.Membership;
import cn.wenzheng.petition.matter.MatterRows.Kept;
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

    /** The leading member's answer is out: it is everybody's, and the unit that has given it signs for all. */
    void passed(Kept matter, String unit) {
        Instant now = clock.instant();
        rows.passed(matter.number(), petitions.passedAnswer(matter.lead()), unit, now);
        rows.answered(matter.number(), matter.lead(), now);
        process.getObject().passed(matter.number());
        journal.done(HOUSE, "matter-passed", matter.lead(), Map.of(), Map.of("matter", matter.number()));
    }

    /** True when nobody waits any more; what ends a matter holds none of its members, which are held after it. */
    boolean next(String number) {
        List<String> next = rows.nextWaiting(number, BATCH);
        if (!next.isEmpty()) {
            answer(number, next);
            return false;
        }
        Kept matter = rows.held(number).orElseThrow();
        rows.end(number, MatterState.ANSWERED, clock.instant());
        journal.done(HOUSE, "matter-answered", matter.lead(), Map.of(), Map.of("matter", number));
        return true;
    }

    /** Answers this member alone, unless it does not wait any more. */
    void one(String number, String petition) {
        answer(number, rows.stillWaiting(number, petition));
    }

    private void answer(String number, List<String> members) {
        if (members.isEmpty()) {
            return;
        }
        Kept matter = rows.read(number);
        String answer = requireNonNull(matter.answer());
        String unit = requireNonNull(matter.unit());
        for (String member : members) {
            String remark = rows.answered(number, member, clock.instant());
            petitions.answered(member, unit, answer, remark, HOUSE);
            process.getObject().answered(member);
        }
    }
}
