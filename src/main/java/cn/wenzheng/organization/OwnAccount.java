package cn.wenzheng.organization;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person sees and keeps of himself in the register; everything else there is the administrators'. */
@Component
public class OwnAccount {

    private static final int SHOWN = 50;

    private final PersonRows people;
    private final AbsenceRows absences;
    private final CityChanges changes;
    private final Journal journal;
    private final Clock clock;

    OwnAccount(PersonRows people, AbsenceRows absences, CityChanges changes, Journal journal, Clock clock) {
        this.people = people;
        this.absences = absences;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /** When he is away or stands in for somebody, now or later; the next one first. */
    public List<Absence> absences(Actor actor) {
        Instant now = clock.instant();
        return absences.around(actor.id(), SHOWN).stream()
                .filter(absence -> absence.endedAt() == null && absence.to().isAfter(now))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }

    /**
     * Takes a password that only he knows; it is good at once, on another node within five seconds.
     *
     * @param hash of a password that has been checked
     */
    @Transactional
    public void choosePassword(String hash, Actor actor) {
        people.setOwnPassword(actor.id(), hash);
        journal.done(actor, "password-changed", null, Map.of(), Map.of("person", actor.id()));
        changes.forgetAfterCommit();
    }
}
