package cn.wenzheng.organization;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The duty directory from a table; the topics are there already. */
final class DutyIntake implements Intake<KeptDuty> {

    private final CityState city;
    private final Map<String, KeptDuty> kept;

    DutyIntake(CityState city) {
        this.city = city;
        this.kept = city.duties().stream().collect(Collectors.toMap(KeptDuty::key, Function.identity()));
    }

    @Override
    public @Nullable KeptDuty read(RowReader row) {
        String leaf = row.read("category", cell -> TopicRules.code("category", cell), "");
        if (leaf.isEmpty()) {
            return null;
        }
        String area = row.cell("area");
        Term term = row.has("from") ? row.term("from", "to") : current(leaf, area);
        KeptDuty before = kept.get(new KeptDuty(leaf, area, null, List.of(), null, null, term).key());
        return new KeptDuty(
                leaf,
                area,
                row.cell("unit"),
                row.has("assisting") || before == null
                        ? row.read("assisting", DutyIntake::codes, List.of())
                        : before.assisting(),
                row.has("level") || before == null ? row.readOptional("level", DutyRules::level) : before.level(),
                row.has("clause") || before == null ? row.readOptional("clause", DutyRules::clause) : before.clause(),
                term);
    }

    /** A table without days speaks of what holds today. */
    private Term current(String leaf, @Nullable String area) {
        LocalDate today = city.today();
        List<KeptDuty> same = kept.values().stream()
                .filter(duty -> duty.leaf().equals(leaf) && Objects.equals(duty.area(), area))
                .toList();
        return KeptDuty.inForce(same, today).map(KeptDuty::term).orElse(Term.ALWAYS);
    }

    private static List<String> codes(@Nullable String cell) {
        return cell == null
                ? List.of()
                : DutyRules.assisting(Arrays.stream(cell.split("[|,;、，；\\s]+")).toList());
    }

    @Override
    public @Nullable KeptDuty before(String key) {
        return kept.get(key);
    }

    @Override
    public String key(KeptDuty duty) {
        return duty.key();
    }

    @Override
    public Map<String, String> facts(KeptDuty duty) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("unit", Intake.told(duty.unit()));
        facts.put("assisting", String.join("|", duty.assisting()));
        facts.put("level", Intake.told(duty.level()));
        facts.put("clause", Intake.told(duty.clause()));
        facts.put("to", Objects.toString(duty.term().to(), ""));
        return facts;
    }

    @Override
    public List<RowProblem> problems(Collection<Wanted<KeptDuty>> wanted, Set<String> unreadable) {
        return new DutyRules(city).problems(wanted);
    }

    @Override
    public @Nullable String put(@Nullable KeptDuty before, KeptDuty after, Registers registers, Actor actor) {
        if (before != null || after.unit() != null) {
            registers.duties.put(before, after, actor);
        }
        return null;
    }
}
