package cn.wenzheng.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The register of duties: which unit answers for which topic in which area. Administrators keep it; who accepts and
 * assigns reads by it.
 */
@Component
public class DutyRegister {

    private final DutyRows rows;
    private final CityTables city;
    private final CityChanges changes;
    private final Journal journal;
    private final Clock clock;

    DutyRegister(DutyRows rows, CityTables city, CityChanges changes, Journal journal, Clock clock) {
        this.rows = rows;
        this.city = city;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who may read the directory. */
    public static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR, Role.OPERATOR, Role.DISPATCHER)) {
            throw Refusal.forbidden("role-never-may");
        }
    }

    /** Who may change the directory. */
    public static void requireKeeper(Actor actor) {
        CityChanges.requireAdmin(actor);
    }

    /** Today, as the directory counts days. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Every row as it is stored, for whoever changes the directory next. */
    public List<KeptDuty> duties(Actor actor) {
        requireReader(actor);
        return rows.all();
    }

    /** Who said each row of a topic last, by {@link KeptDuty#key}; what came with the city is absent. */
    public Map<String, DutyMark> marks(String leaf, Actor actor) {
        requireReader(actor);
        return rows.marks(leaf);
    }

    /** The directory as it would be with the row in it, by the same rules as {@link #put}; nothing is changed. */
    public List<KeptDuty> with(KeptDuty wanted, Actor actor) {
        CityChanges.requireAdmin(actor);
        check(wanted);
        return with(rows.all(), List.of(wanted));
    }

    /** The rows with others in their place or beside them; one without a unit takes its like away. */
    public static List<KeptDuty> with(List<KeptDuty> rows, List<KeptDuty> wanted) {
        Set<String> keys = wanted.stream().map(KeptDuty::key).collect(Collectors.toCollection(HashSet::new));
        List<KeptDuty> after = new ArrayList<>(
                rows.stream().filter(row -> !keys.contains(row.key())).toList());
        wanted.stream().filter(row -> row.unit() != null).forEach(after::add);
        return after;
    }

    /** Writes a row, or takes it away when it names no unit. */
    public void put(KeptDuty wanted, Actor actor) {
        changes.byAdmin(actor, () -> {
            check(wanted);
            KeptDuty before = rows.all().stream()
                    .filter(row -> row.key().equals(wanted.key()))
                    .findFirst()
                    .orElse(null);
            if (before == null && wanted.unit() == null) {
                throw Refusal.notFound();
            }
            put(before, wanted, actor);
            return wanted;
        });
    }

    private void check(KeptDuty wanted) {
        new DutyRules(city.stateFor(CityKind.DUTIES))
                .problems(List.of(new Wanted<>(0, wanted))).stream().findFirst().ifPresent(problem -> {
                    throw problem.reason();
                });
    }

    /** Says who answers for the topic in the whole city today, as it is known at the topic itself. */
    void putCityWide(String leaf, @Nullable String unit, @Nullable String clause, Actor actor) {
        KeptDuty before = DutyRows.ofTheCity(rows.all(), today()).get(leaf);
        KeptDuty wanted = (before == null ? KeptDuty.cityWide(leaf, unit, clause) : before).answeredBy(unit, clause);
        if (before != null || unit != null) {
            put(before, wanted, actor);
        }
    }

    /** Writes a checked row; nothing when it is so already. */
    void put(@Nullable KeptDuty before, KeptDuty after, Actor actor) {
        if (after.equals(before)) {
            return;
        }
        if (before == null) {
            rows.insert(after, actor.id(), clock.instant());
            journal.done(actor, "duty-added", null, Map.of(), facts(after));
        } else if (after.unit() == null) {
            rows.delete(before);
            journal.done(actor, "duty-removed", null, facts(before), Map.of("category", after.leaf()));
        } else {
            rows.update(after, actor.id(), clock.instant());
            Map<String, Object> now = facts(after);
            if (!Objects.equals(before.clause(), after.clause())) {
                now.put("changed", List.of("clause"));
            }
            journal.done(actor, "duty-changed", null, facts(before), now);
        }
    }

    private static Map<String, Object> facts(KeptDuty duty) {
        Map<String, Object> facts = new HashMap<>(Map.of("category", duty.leaf()));
        add(facts, "unit", duty.unit());
        add(facts, "area", duty.area());
        add(facts, "serviceLevel", duty.level());
        add(facts, "validFrom", duty.term().from());
        add(facts, "validTo", duty.term().to());
        if (!duty.assisting().isEmpty()) {
            facts.put("assisting", duty.assisting());
        }
        return facts;
    }

    private static void add(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
