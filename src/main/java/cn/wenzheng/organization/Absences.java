package cn.wenzheng.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who is away and who stands in for him.
 *
 * <p>The roles come and go with the clock, since they are read with it. What has to be done when it is over, giving back
 * the tasks the deputy took on with the borrowed roles, is done when somebody ends it, and by a look every half minute.
 */
@Component
public class Absences {

    private static final int SHOWN = 50;
    private static final long LOOK_MILLIS = 30_000;

    private final AbsenceRows rows;
    private final PersonRows people;
    private final PeopleAtWork atWork;
    private final CityChanges changes;
    private final Journal journal;
    private final ClaimedTasks tasks;
    private final Clock clock;

    Absences(
            AbsenceRows rows,
            PersonRows people,
            PeopleAtWork atWork,
            CityChanges changes,
            Journal journal,
            ClaimedTasks tasks,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.atWork = atWork;
        this.changes = changes;
        this.journal = journal;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The latest in which the person is away or stands in. */
    public List<Absence> around(String person, Actor actor) {
        CityChanges.requireReader(actor);
        List<Absence> around = rows.around(person, SHOWN);
        if (around.isEmpty() && people.kept(person).isEmpty()) {
            throw Refusal.notFound();
        }
        return around;
    }

    /** The city's zone, in which dates of absences are meant. */
    public ZoneId zone() {
        return clock.getZone();
    }

    /** @param to the first moment at which the person is back */
    public long begin(String person, String deputy, Instant from, Instant to, Actor actor) {
        return changes.byAdmin(actor, () -> {
            Person absent = people.kept(person).orElseThrow(Refusal::notFound).person();
            Person present = people.kept(deputy)
                    .orElseThrow(() -> Refusal.invalid("deputy", "deputy-of-other-unit"))
                    .person();
            AbsenceRules.check(absent, present, from, to, clock.instant(), rows.openOf(person, deputy));
            long id = rows.insert(person, deputy, from, to);
            Map<String, Object> facts = Map.of("person", person, "deputy", deputy, "since", from, "until", to);
            journal.done(actor, "absence-begun", null, Map.of(), facts);
            return id;
        });
    }

    /** Ends it before its time. */
    public void end(long id, Actor actor) {
        changes.byAdmin(actor, () -> {
            Absence absence = rows.one(id).orElseThrow(Refusal::notFound);
            if (absence.endedAt() != null) {
                throw Refusal.conflict("absence-ended");
            }
            end(absence, actor);
            return absence;
        });
    }

    /** Ends what the person can no longer be part of: he has left, or works for another unit or at other things. */
    void endFor(Person person, Actor actor) {
        for (Absence absence : rows.openOf(person.id(), person.id())) {
            String other = absence.person().equals(person.id()) ? absence.deputy() : absence.person();
            boolean colleagues = people.kept(other)
                    .map(KeptPerson::person)
                    .filter(colleague -> colleague.unit().equals(person.unit()))
                    .isPresent();
            if (!person.active() || !colleagues || person.standsAlone()) {
                end(absence, actor);
            }
        }
    }

    /** Ends what is over by the clock, whichever node looks first. */
    @Scheduled(initialDelay = LOOK_MILLIS, fixedDelay = LOOK_MILLIS)
    public void endWhatIsOver() {
        if (rows.over(clock.instant()).isEmpty()) {
            return;
        }
        changes.oneByOne(() -> {
            List<Absence> over = rows.over(clock.instant());
            over.forEach(absence -> end(absence, Actor.system(Door.ENGINE)));
            return over;
        });
    }

    private void end(Absence absence, Actor actor) {
        Instant now = clock.instant();
        rows.end(absence.id(), now);
        Map<String, Object> facts = Map.of("person", absence.person(), "deputy", absence.deputy());
        journal.done(actor, "absence-ended", null, facts, facts);
        atWork.one(absence.deputy(), now).ifPresent(deputy -> tasks.giveBack(deputy, actor));
    }
}
