package cn.wenzheng.organization;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units from a table. */
final class UnitIntake implements Intake<Unit> {

    private final CityState city;

    UnitIntake(CityState city) {
        this.city = city;
    }

    @Override
    public Unit read(RowReader row) {
        return new Unit(
                row.read("code", UnitRules::code, ""),
                row.read("name", cell -> Limits.required("name", cell, UnitRules.LONGEST_NAME), ""),
                row.read("level", (@Nullable String cell) -> UnitRules.level(cell), 1),
                row.cell("parent"));
    }

    @Override
    public @Nullable Unit before(String key) {
        KeptUnit kept = city.units().get(key);
        return kept == null ? null : kept.unit();
    }

    @Override
    public String key(Unit unit) {
        return unit.code();
    }

    @Override
    public Map<String, String> facts(Unit unit) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", unit.name());
        facts.put("level", String.valueOf(unit.level()));
        facts.put("parent", Intake.told(unit.parent()));
        return facts;
    }

    @Override
    public List<RowProblem> problems(Collection<Wanted<Unit>> wanted, Set<String> unreadable) {
        return new UnitRules(city.units(), wanted, unreadable).problems();
    }

    @Override
    public @Nullable String put(@Nullable Unit before, Unit after, Registers registers, Actor actor) {
        registers.units.put(before, after, actor);
        return null;
    }
}
