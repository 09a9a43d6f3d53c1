package cn.wenzheng.triage.alone;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.PetitionKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counter of what the system decides by itself: administrators set the rule, and people who know the work look at a
 * sample of what it has decided.
 */
@Component
public class AloneDesk {

    private final AloneRows rows;
    private final AloneSample control;
    private final Journal journal;
    private final Clock clock;

    AloneDesk(AloneRows rows, AloneSample control, Journal journal, Clock clock) {
        this.rows = rows;
        this.control = control;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The rule as somebody wants it; every field is needed.
     *
     * @param kinds what the system may decide about; none leaves it nothing
     */
    public record Wanted(
            @Nullable Boolean active,
            @Nullable Double threshold,
            @Nullable List<PetitionKind> kinds,
            @Nullable Integer dailyCap,
            @Nullable Double sampleShare,
            @Nullable Double returnsLimit) {}

    /** The rule that holds now. */
    public AloneRule rule(Actor actor) {
        requireReader(actor);
        return rows.rule();
    }

    /** Sets the rule; whoever switches it on again takes what was returned before as seen. */
    @Transactional
    public void change(Wanted wanted, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
        AloneRule before = rows.lockedRule();
        AloneRule after = before.changed(
                Limits.required("active", wanted.active()),
                Limits.required("threshold", wanted.threshold()),
                wanted.kinds() == null ? List.of() : wanted.kinds(),
                Limits.required("dailyCap", wanted.dailyCap()),
                Limits.required("sampleShare", wanted.sampleShare()),
                Limits.required("returnsLimit", wanted.returnsLimit()),
                clock.instant());
        rows.change(after);
        journal.done(actor, "alone-rule-changed", null, facts(before), facts(after));
    }

    private static Map<String, Object> facts(AloneRule rule) {
        return Map.of(
                "active",
                rule.active(),
                "threshold",
                rule.threshold(),
                "kinds",
                rule.kinds().stream().map(PetitionKind::code).sorted().toList(),
                "dailyCap",
                rule.dailyCap(),
                "sampleShare",
                rule.sampleShare(),
                "returnsLimit",
                rule.returnsLimit());
    }

    /**
     * The decisions that were drawn for control, those that nobody has looked at first.
     *
     * @param open true for these alone
     */
    public Listing<Alone> control(boolean open, Window window, Actor actor) {
        requireReader(actor);
        return new Listing<>(control.drawn(open, window), control.count(open));
    }

    /** A person has looked at what the system has decided; once. */
    @Transactional
    public void judge(String petition, @Nullable Verdict verdict, Actor actor) {
        if (!actor.hasAny(Role.OPERATOR, Role.SUPERVISOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        Verdict given = Limits.required("verdict", verdict);
        if (!control.isDrawn(petition)) {
            throw Refusal.notFound();
        }
        Instant now = clock.instant();
        if (!control.judge(petition, given, actor.id(), now)) {
            throw Refusal.conflict("alone-judged-already", petition);
        }
        if (given == Verdict.CONFIRMED) {
            control.teaches(petition, now);
        }
        journal.done(actor, "alone-judged", petition, Map.of(), Map.of("verdict", given.code()));
    }

    static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR, Role.SUPERVISOR, Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }
}
