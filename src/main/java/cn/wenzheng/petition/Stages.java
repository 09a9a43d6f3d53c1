package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a state means for readers: the stage it belongs to and what a person may do in it. */
final class Stages {

    private static final String[] INTAKE = {"accept", "answer-at-once", "ask-back", "attach", "refuse"};

    private Stages() {}

    /** Null when the petition is over. */
    static @Nullable Stage of(Petition petition) {
        return petition.awaitsRuling() ? Stage.ARBITRATION : of(petition.status);
    }

    /** As {@link #of(Petition)}, where only the status is known: a ruling that is awaited looks like an assignment. */
    static @Nullable Stage of(PetitionStatus status) {
        return switch (status) {
            case RECEIVED, WAITING_FOR_PETITIONER -> Stage.ACCEPTANCE;
            case ACCEPTED -> Stage.ASSIGNMENT;
            case ASSIGNED, REDO, PAUSED -> Stage.HANDLING;
            case HANDLED -> Stage.REVIEW;
            case REVIEWED -> Stage.CALL_BACK;
            case CLOSED, REFUSED, WITHDRAWN -> null;
        };
    }

    /**
     * The command words that this person's roles and the petition's state allow now.
     *
     * @param limits a unit that has not signed for its part can do that beside anything else
     * @param extensionAsked true when a unit waits for the centre's word on more time
     */
    static Set<String> actions(
            Petition petition,
            List<Assignment> parts,
            List<Deadlines.Limit> limits,
            boolean extensionAsked,
            Actor actor) {
        Set<String> words = new LinkedHashSet<>();
        Stage stage = of(petition);
        boolean inHand = stage == Stage.HANDLING && !petition.awaitsMatter;
        boolean ours = parts.stream().anyMatch(part -> part.isOpen() && actor.worksFor(part.unit));
        add(words, petition.status == PetitionStatus.RECEIVED && actor.has(Role.OPERATOR), INTAKE);
        add(words, petition.waitsForPetitioner() && actor.has(Role.OPERATOR), "supplement");
        add(words, stage == Stage.ASSIGNMENT && actor.hasAny(Role.DISPATCHER, Role.OPERATOR), "assign");
        add(words, stage == Stage.ARBITRATION && actor.has(Role.SUPERVISOR), "arbitrate");
        add(words, inHand && ours, "handle");
        add(words, inHand && ours && actor.has(Role.HANDLER) && isUnsigned(limits, actor), "sign");
        add(words, inHand && petition.ruledAt == null && actor.has(Role.DISPATCHER), "reassign");
        add(words, extensionAsked && actor.has(Role.DISPATCHER), "extension-decide");
        time(words, petition, ours, actor);
        add(words, petition.status == PetitionStatus.HANDLED && actor.has(Role.REVIEWER), "review");
        add(words, petition.status == PetitionStatus.REVIEWED && actor.has(Role.REVIEWER), "close");
        matter(words, petition, actor);
        boolean mayWrite = actor.hasAny(Role.OPERATOR, Role.REVIEWER)
                || inHand && ours
                || petition.status == PetitionStatus.REFUSED && actor.has(Role.SUPERVISOR);
        add(words, mayWrite && petition.status != PetitionStatus.WITHDRAWN, "messages");
        boolean mayAttach = actor.hasAny(Role.OPERATOR, Role.REVIEWER) || ours;
        add(words, mayAttach && petition.status != PetitionStatus.WITHDRAWN, "attachments");
        return words;
    }

    /** What may be decided about a petition's place in its matter, before the answer. */
    private static void matter(Set<String> words, Petition petition, Actor actor) {
        boolean centre = actor.hasAny(Role.OPERATOR, Role.DISPATCHER, Role.REVIEWER);
        boolean leads = petition.matter != null && !petition.awaitsMatter && isBeforeTheAnswer(petition.status);
        add(words, centre && petition.awaitsMatter, "remark");
        add(words, centre && (petition.awaitsMatter || leads), "split");
    }

    private static boolean isBeforeTheAnswer(PetitionStatus status) {
        Stage stage = of(status);
        return stage == Stage.ASSIGNMENT || stage == Stage.HANDLING || stage == Stage.REVIEW;
    }

    /** What may be decided about a petition's time. */
    private static void time(Set<String> words, Petition petition, boolean ours, Actor actor) {
        boolean centre = actor.hasAny(Role.DISPATCHER, Role.OPERATOR);
        boolean running = of(petition.status) == Stage.HANDLING && !petition.isPaused() && !petition.awaitsMatter;
        add(words, running && ours, "extension");
        add(words, running && centre, "pause");
        add(words, petition.isPaused() && centre, "resume");
        add(words, petition.mayBeClassified() && centre, "category");
    }

    private static boolean isUnsigned(List<Deadlines.Limit> limits, Actor actor) {
        return limits.stream()
                .anyMatch(limit ->
                        limit.stage() == Stage.SIGN_IN && limit.endedAt() == null && actor.worksFor(limit.unit()));
    }

    private static void add(Set<String> words, boolean allowed, String... actions) {
        if (allowed) {
            words.addAll(List.of(actions));
        }
    }
}
