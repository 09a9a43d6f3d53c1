package cn.wenzheng.petition;

import cn.wenzheng.organization.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a petitioner may do to his petition, and when; a refusal names the way that is open instead. */
record CitizenRules(Duration reopenWindow, ZoneId zone) {

    /** The petitioner urges at most once a day. */
    private static final Duration URGE_PAUSE = Duration.ofHours(24);

    /** How long after the close he may still rate. */
    private static final Duration RATING = Duration.ofDays(30);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** While what was decided may be taken back, he finds his page as it was, and nothing on it that would be refused. */
    static Set<CitizenAct> whileDecided(Petition petition) {
        return petition.isOver() ? EnumSet.of(CitizenAct.ADD) : EnumSet.of(CitizenAct.ADD, CitizenAct.WITHDRAW);
    }

    /** Takes it back; of a decision that he has not been told he learns nothing by trying. */
    void withdraw(Petition petition, Instant now) {
        if (petition.isOver() && petition.isWithheld(now)) {
            throw Refusal.conflict("withdraw-in-a-moment", petition.number);
        }
        petition.withdraw(now);
    }

    /** Notes that he urges. */
    void urge(Petition petition, Instant now) {
        if (petition.isOver()) {
            throw Refusal.conflict("urge-over", petition.number);
        }
        Instant again = urgeAgainAt(petition, now);
        if (again != null) {
            throw Refusal.conflict("urge-too-soon", MINUTE.withZone(zone).format(again.plusSeconds(59)));
        }
        petition.urgedAt = now;
    }

    /** When he may urge again; null when he may now, or when there is nothing to urge any more. */
    @Nullable
    Instant urgeAgainAt(Petition petition, Instant now) {
        if (petition.urgedAt == null || petition.isOver()) {
            return null;
        }
        Instant again = petition.urgedAt.plus(URGE_PAUSE);
        return again.isAfter(now) ? again : null;
    }

    /** Notes his verdict: once, when the answer is out. */
    void rate(Petition petition, Rating rating, Instant now) {
        if (petition.ratedAt != null) {
            throw Refusal.conflict("rated-already");
        }
        if (!mayRate(petition, now)) {
            throw Refusal.conflict("rate-not-now", petition.number);
        }
        petition.ratedAt = now;
        petition.ratedSolved = rating.solved();
        petition.ratedSatisfaction = rating.satisfaction();
    }

    private static boolean mayRate(Petition petition, Instant now) {
        return petition.ratedAt == null
                && (petition.status == PetitionStatus.REVIEWED
                        || petition.status == PetitionStatus.CLOSED && !now.isAfter(petition.since.plus(RATING)));
    }

    /**
     * Says as what his words count, and notes an objection.
     *
     * @param asked true when a question to him is open: its answer is always taken
     */
    TimelineEvent add(Petition petition, boolean asked, Instant now) {
        if (petition.status == PetitionStatus.WITHDRAWN) {
            throw Refusal.conflict("petition-over", petition.number);
        }
        if (asked) {
            return TimelineEvent.ANSWER;
        }
        if (petition.status == PetitionStatus.REFUSED && !petition.isWithheld(now)) {
            if (petition.objectedAt != null) {
                throw Refusal.conflict("objected-already");
            }
            petition.objectedAt = now;
            return TimelineEvent.OBJECTION;
        }
        if (petition.status == PetitionStatus.CLOSED && !mayReopen(petition, now)) {
            throw Refusal.conflict("closed-too-long", petition.number);
        }
        return TimelineEvent.MESSAGE_FROM_CITIZEN;
    }

    private boolean mayReopen(Petition petition, Instant now) {
        return !now.isAfter(petition.since.plus(reopenWindow));
    }

    /** What he can do now; the words are those of the routes, and {@code object} for adding to a refused one. */
    Set<CitizenAct> allowed(Petition petition, boolean asked, Instant now) {
        Set<CitizenAct> allowed = EnumSet.noneOf(CitizenAct.class);
        boolean refused = petition.status == PetitionStatus.REFUSED;
        boolean late = petition.status == PetitionStatus.CLOSED && !mayReopen(petition, now);
        boolean withdrawn = petition.status == PetitionStatus.WITHDRAWN;
        put(allowed, CitizenAct.ADD, !withdrawn && (asked || !refused && !late));
        put(allowed, CitizenAct.OBJECT, refused && !asked && petition.objectedAt == null);
        put(allowed, CitizenAct.URGE, !petition.isOver() && urgeAgainAt(petition, now) == null);
        put(allowed, CitizenAct.RATE, mayRate(petition, now));
        put(allowed, CitizenAct.WITHDRAW, !petition.isOver());
        return allowed;
    }

    private static void put(Set<CitizenAct> allowed, CitizenAct act, boolean may) {
        if (may) {
            allowed.add(act);
        }
    }
}
