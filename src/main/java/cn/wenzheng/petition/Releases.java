package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody outside may know of a petition. Publicity and review release its words (公开), when the petitioner has agreed
 * and somebody has read them; only the redacted copy ever leaves.
 */
@Component
public class Releases {

    private static final Set<PetitionStatus> UNREAD_OR_TAKEN_BACK =
            Set.of(PetitionStatus.RECEIVED, PetitionStatus.WITHDRAWN);

    private final PetitionRows rows;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Releases(PetitionRows rows, JdbcClient jdbc, Journal journal, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** Lists a petition that was filed where everybody sees that there is one; its words stay with the house for now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void list(String number) {
        jdbc.sql("""
                INSERT INTO public_petition (petition, requested_at, listed)
                SELECT number, received_at, true FROM petition WHERE number = ? ON CONFLICT DO NOTHING""").param(number).update();
    }

    /** Shows its words to everybody, redacted; the caller has checked that the actor may see it. */
    @Transactional
    public void release(String number, Actor actor) {
        Petition petition = rows.petition(number);
        if (!petition.mayBePublic) {
            throw Refusal.conflict("release-not-agreed", number);
        }
        if (UNREAD_OR_TAKEN_BACK.contains(petition.status)) {
            throw Refusal.conflict("state-does-not-allow", number, petition.status);
        }
        int changed = jdbc.sql("""
                INSERT INTO public_petition AS v (petition, requested_at, listed, released_at) VALUES (?, ?, false, ?)
                ON CONFLICT (petition) DO UPDATE SET released_at = excluded.released_at WHERE v.released_at IS NULL""")
                .params(number, Timestamp.from(petition.receivedAt), Timestamp.from(clock.instant()))
                .update();
        if (changed > 0) {
            journal.done(actor, "petition-released", number, Map.of("released", false), Map.of("released", true));
        }
    }

    /** Takes its words back. */
    @Transactional
    public void withhold(String number, Actor actor) {
        int changed = jdbc.sql(
                        "UPDATE public_petition SET released_at = NULL WHERE petition = ? AND released_at IS NOT NULL")
                .param(number)
                .update();
        if (changed == 0) {
            throw Refusal.conflict("not-released", number);
        }
        journal.done(actor, "petition-withheld", number, Map.of("released", true), Map.of("released", false));
    }

    /** The actions with the one that is possible here; asks no row for people who never may. */
    Set<String> withActions(Set<String> actions, Petition petition, Actor actor) {
        if (!petition.mayBePublic
                || UNREAD_OR_TAKEN_BACK.contains(petition.status)
                || !actor.hasAny(Role.PUBLICITY, Role.REVIEWER)) {
            return actions;
        }
        Set<String> more = new LinkedHashSet<>(actions);
        more.add(isReleased(petition.number) ? "withhold" : "release");
        return more;
    }

    private boolean isReleased(String number) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM public_petition WHERE petition = ? AND released_at IS NOT NULL)")
                .param(number)
                .query(Boolean.class)
                .single();
    }
}
