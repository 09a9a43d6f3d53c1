package cn.wenzheng.organization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of units: administrators keep it, auditors read it. */
@Component
public class UnitRegister {

    /** How many units a refusal names as heirs; the page names all. */
    private static final int NAMED = 5;

    private final UnitRows rows;
    private final CityChanges changes;
    private final Journal journal;
    private final List<OpenWork> works;
    private final Clock clock;

    UnitRegister(UnitRows rows, CityChanges changes, Journal journal, List<OpenWork> works, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.journal = journal;
        this.works = works;
        this.clock = clock;
    }

    /** All units, closed ones too, the upper levels first. */
    public Collection<KeptUnit> units(Actor actor) {
        CityChanges.requireReader(actor);
        return rows.all().values();
    }

    /** How many people work for each unit; a unit without anybody is absent. */
    public Map<String, Long> people(Actor actor) {
        CityChanges.requireReader(actor);
        return rows.people();
    }

    public UnitSheet unit(String code, Actor actor) {
        CityChanges.requireReader(actor);
        return sheet(code);
    }

    private UnitSheet sheet(String code) {
        Map<String, KeptUnit> all = rows.all();
        KeptUnit kept = all.get(code);
        if (kept == null) {
            throw Refusal.notFound();
        }
        Map<OpenWork.Kind, Long> open = new EnumMap<>(rows.tied(code));
        works.forEach(work -> open.putAll(work.of(code)));
        open.values().removeIf(count -> count == 0);
        return new UnitSheet(kept, open, heirs(kept.unit(), KeptUnit.open(all)));
    }

    private List<Unit> heirs(Unit unit, List<Unit> open) {
        Set<String> staffed = rows.people().keySet();
        return open.stream()
                .filter(other -> !other.isCentre() && !other.code().equals(unit.code()))
                .filter(other -> other.code().equals(unit.parent()) || Objects.equals(other.parent(), unit.parent()))
                .filter(other -> staffed.contains(other.code()))
                .toList();
    }

    public void add(
            @Nullable String code,
            @Nullable String name,
            @Nullable Integer level,
            @Nullable String parent,
            Actor actor) {
        changes.byAdmin(actor, () -> {
            Unit unit = read(UnitRules.code(code), name, level, parent);
            Map<String, KeptUnit> all = rows.all();
            if (all.containsKey(unit.code())) {
                throw Refusal.invalid("code", "unit-code-taken", unit.code());
            }
            check(all, unit);
            put(null, unit, actor);
            return unit;
        });
    }

    /** Renames the unit or moves it; its code stays, since everything that was ever done names it. */
    public void change(
            String code, @Nullable String name, @Nullable Integer level, @Nullable String parent, Actor actor) {
        changes.byAdmin(actor, () -> {
            Map<String, KeptUnit> all = rows.all();
            Unit before = openOne(all, code);
            Unit unit = read(code, name, level, parent);
            check(all, unit);
            put(before, unit, actor);
            return unit;
        });
    }

    /** Closes a unit that has nothing left to do; its name stays with all it has done. */
    public void close(String code, Actor actor) {
        changes.byAdmin(actor, () -> {
            UnitSheet sheet = sheet(code);
            Unit unit = openOne(Map.of(code, sheet.kept()), code);
            if (unit.isCentre()) {
                throw Refusal.conflict("unit-centre-closed");
            }
            if (!sheet.open().isEmpty()) {
                throw stillOpen(sheet);
            }
            rows.close(code, clock.instant());
            journal.done(actor, "unit-closed", null, facts(unit), Map.of("unit", code));
            return unit;
        });
    }

    private static Refusal stillOpen(UnitSheet sheet) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(sheet.kept().unit().name());
        for (OpenWork.Kind kind : OpenWork.Kind.values()) {
            arguments.add(sheet.open().getOrDefault(kind, 0L));
        }
        arguments.add(sheet.heirs().size());
        arguments.add(sheet.heirs().stream().limit(NAMED).map(Unit::name).collect(Collectors.joining("、")));
        return Refusal.conflict("unit-has-open-work", arguments.toArray());
    }

    private static Unit openOne(Map<String, KeptUnit> all, String code) {
        KeptUnit kept = all.get(code);
        if (kept == null) {
            throw Refusal.notFound();
        }
        if (!kept.isOpen()) {
            throw Refusal.conflict("unit-closed", code);
        }
        return kept.unit();
    }

    private static Unit read(String code, @Nullable String name, @Nullable Integer level, @Nullable String parent) {
        return new Unit(
                code,
                Limits.required("name", name, UnitRules.LONGEST_NAME),
                UnitRules.level(level),
                Limits.optional("parent", parent, UnitRules.LONGEST_CODE));
    }

    private static void check(Map<String, KeptUnit> all, Unit unit) {
        new UnitRules(all, List.of(new Wanted<>(0, unit)), Set.of())
                .problems().stream().findFirst().ifPresent(problem -> {
                    throw problem.reason();
                });
    }

    /** Writes a checked unit, new or changed; nothing when it is so already. */
    void put(@Nullable Unit before, Unit after, Actor actor) {
        if (before == null) {
            rows.insert(after);
            journal.done(actor, "unit-added", null, Map.of(), facts(after));
        } else if (!before.equals(after)) {
            rows.update(after);
            Map<String, Object> now = facts(after);
            if (!before.name().equals(after.name())) {
                now.put("changed", List.of("name"));
            }
            journal.done(actor, "unit-changed", null, facts(before), now);
        }
    }

    private static Map<String, Object> facts(Unit unit) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("unit", unit.code());
        facts.put("level", unit.level());
        if (unit.parent() != null) {
            facts.put("parent", unit.parent());
        }
        return facts;
    }
}
