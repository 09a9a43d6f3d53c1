package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for every row of the duty directory. */
final class DutyRules {

    private static final int LEVEL = 20;
    private static final int MOST_ASSISTING = 10;

    private final CityState city;
    private final Set<String> parents;
    private final Set<String> answerable;
    private final Map<String, KeptDuty> kept = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();

    DutyRules(CityState city) {
        this.city = city;
        this.parents = city.parentTopics();
        this.answerable = city.answerableUnits();
        city.duties().forEach(duty -> kept.put(duty.key(), duty));
    }

    List<RowProblem> problems(Collection<Wanted<KeptDuty>> wanted) {
        wanted.forEach(this::check);
        return problems;
    }

    private void check(Wanted<KeptDuty> row) {
        KeptDuty duty = row.item();
        Integer first = lines.putIfAbsent(duty.key(), row.line());
        if (first != null) {
            say(row, Refusal.invalid("leaf", "duty-twice", first));
        }
        if (!leavesAsItIsOrTakesAway(duty)) {
            checkNamed(row, duty);
        }
    }

    /** A topic or an area that was closed later keeps no row from being taken away, nor the others from coming in again. */
    private boolean leavesAsItIsOrTakesAway(KeptDuty duty) {
        KeptDuty before = kept.get(duty.key());
        return before != null && (duty.unit() == null || duty.equals(before));
    }

    private void checkNamed(Wanted<KeptDuty> row, KeptDuty duty) {
        checkLeaf(row, duty.leaf());
        if (duty.area() != null && !isTerritory(duty.area())) {
            say(row, Refusal.invalid("area", "duty-area-unknown", duty.area()));
        }
        if (duty.unit() != null && !answerable.contains(duty.unit())) {
            say(row, Refusal.invalid("unit", "unit-unknown", duty.unit()));
        }
        for (String assisting : duty.assisting()) {
            checkAssisting(row, assisting);
        }
        if (duty.level() != null && !city.levels().contains(duty.level())) {
            say(row, Refusal.invalid("level", "duty-level-unknown", duty.level()));
        }
    }

    private void checkLeaf(Wanted<KeptDuty> row, String leaf) {
        KeptTopic kept = city.topics().get(leaf);
        if (kept == null || !kept.isOpen()) {
            say(row, Refusal.invalid("category", "duty-topic-unknown", leaf));
        } else if (parents.contains(leaf)) {
            say(row, Refusal.invalid("category", "duty-above-leaf", leaf));
        }
    }

    /** The city itself is no area: its duty has none. */
    private boolean isTerritory(String code) {
        KeptUnit kept = city.units().get(code);
        return kept != null && kept.isOpen() && kept.unit().level() > 1;
    }

    private void checkAssisting(Wanted<KeptDuty> row, String code) {
        if (!answerable.contains(code)) {
            say(row, Refusal.invalid("assisting", "unit-unknown", code));
        } else if (code.equals(row.item().unit())) {
            say(row, Refusal.invalid("assisting", "duty-assists-itself", code));
        }
    }

    private void say(Wanted<KeptDuty> row, Refusal reason) {
        problems.add(new RowProblem(row.line(), reason));
    }

    /** The codes of the assisting units, without repetition. */
    static List<String> assisting(List<String> codes) {
        List<String> read = codes.stream()
                .filter(code -> !code.isBlank())
                .map(code -> Limits.required("assisting", code, UnitRules.LONGEST_CODE))
                .distinct()
                .toList();
        if (read.size() > MOST_ASSISTING) {
            throw Refusal.invalid("assisting", "duty-assisting-too-many", MOST_ASSISTING);
        }
        return read;
    }

    static @Nullable String level(@Nullable String written) {
        return Limits.optional("level", written, LEVEL);
    }

    static @Nullable String clause(@Nullable String written) {
        return Limits.optional("clause", written, TopicRules.LONGEST_CLAUSE);
    }
}
