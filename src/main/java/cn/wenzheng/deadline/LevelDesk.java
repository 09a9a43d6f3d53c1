package cn.wenzheng.deadline;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Journal;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where administrators keep the service levels and auditors read them.
 *
 * <p>A change is a new dated row and concerns limits that start from then on; what runs keeps the time it was given, so a
 * change never makes anybody late.
 */
@Component
class LevelDesk {

    private static final int CODE = 20;

    private final LevelRows rows;
    private final LevelBook book;
    private final OrganizationDesk organization;
    private final Journal journal;
    private final Clock clock;

    LevelDesk(LevelRows rows, LevelBook book, OrganizationDesk organization, Journal journal, Clock clock) {
        this.rows = rows;
        this.book = book;
        this.organization = organization;
        this.journal = journal;
        this.clock = clock;
    }

    /** The stages that have a limit on a level, in the order of a petition's life. */
    List<Stage> stages(ServiceLevel level, Actor actor) {
        requireReader(actor);
        return Stream.of(Stage.values())
                .filter(stage -> !book.limits(level, stage).isEmpty())
                .toList();
    }

    /** The rows of a stage on a level, the latest first. */
    List<LevelLine> lines(ServiceLevel level, Stage stage, Actor actor) {
        requireReader(actor);
        return LevelLine.of(book.limits(level, stage), clock.instant());
    }

    /** The topics that have a level of their own. */
    Map<String, ServiceLevel> topics(Actor actor) {
        requireReader(actor);
        return book.topics();
    }

    /** The units that have a level of their own. */
    Map<String, ServiceLevel> units(Actor actor) {
        requireReader(actor);
        return book.units();
    }

    @Transactional
    public void change(LevelChange change, Actor actor) {
        requireAdmin(actor);
        ServiceLevel level = Limits.required("level", change.level());
        Stage stage = Limits.required("stage", change.stage());
        Instant now = clock.instant();
        LevelLimit present =
                book.inForce(level, stage, now).orElseThrow(() -> Refusal.invalid("stage", "level-without-stage"));
        LevelLimit after = change.after(present, actor, now, clock.getZone());
        rows.insert(after);
        journal.done(actor, "service-level-changed", null, facts(present), facts(after));
        forgetAfterCommit();
    }

    /** @param level null takes the topic's own level away */
    @Transactional
    public void markTopic(@Nullable String topic, @Nullable ServiceLevel level, Actor actor) {
        requireAdmin(actor);
        String code = Limits.required("topic", topic, CODE);
        if (organization.category(code).isEmpty()) {
            throw Refusal.invalid("topic", "category-unknown");
        }
        ServiceLevel before = rows.ofTopics().get(code);
        rows.markTopic(code, level, actor.id(), clock.instant());
        journal.done(
                actor, "service-level-of-topic", null, mark("category", code, before), mark("category", code, level));
        forgetAfterCommit();
    }

    /** @param level null takes the unit's own level away */
    @Transactional
    public void markUnit(@Nullable String unit, @Nullable ServiceLevel level, Actor actor) {
        requireAdmin(actor);
        String code = Limits.required("unit", unit, CODE);
        if (organization.unit(code).filter(found -> !found.isCentre()).isEmpty()) {
            throw Refusal.invalid("unit", "unit-unknown", code);
        }
        ServiceLevel before = rows.ofUnits().get(code);
        rows.markUnit(code, level, actor.id(), clock.instant());
        journal.done(actor, "service-level-of-unit", null, mark("unit", code, before), mark("unit", code, level));
        forgetAfterCommit();
    }

    private static Map<String, Object> mark(String key, String code, @Nullable ServiceLevel level) {
        Map<String, Object> facts = new HashMap<>(Map.of(key, code));
        if (level != null) {
            facts.put("serviceLevel", level.code());
        }
        return facts;
    }

    private static Map<String, Object> facts(LevelLimit limit) {
        return Map.of(
                "serviceLevel", limit.level().code(),
                "stage", limit.stage().code(),
                "amount", limit.amount(),
                "measure", limit.measure().code(),
                "nextDay", limit.nextDay(),
                "extensions", limit.extensions(),
                "extensionDays", limit.extensionDays(),
                "validFrom", limit.validFrom().toString());
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** Who may see the levels. */
    static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** This node counts by the new row with its next call. */
    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                book.forget();
            }
        });
    }
}
