package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the tree of units, checked over the tree as it would be after a change: so a file's rows may come in any
 * order, and a single change is a file of one row.
 */
final class UnitRules {

    static final int LONGEST_CODE = 20;
    static final int LONGEST_NAME = 100;

    private final Map<String, KeptUnit> kept;
    private final Collection<Wanted<Unit>> wanted;
    private final Set<String> unreadable;
    private final Map<String, Unit> target = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final @Nullable String centre;

    /** @param unreadable codes of rows that are wrong in themselves: others may stand below them without a word */
    UnitRules(Map<String, KeptUnit> kept, Collection<Wanted<Unit>> wanted, Set<String> unreadable) {
        this.kept = kept;
        this.wanted = wanted;
        this.unreadable = unreadable;
        KeptUnit.open(kept).forEach(unit -> target.put(unit.code(), unit));
        String before = centreOf(target.values());
        wanted.forEach(this::place);
        this.centre =
                before == null ? centreOf(wanted.stream().map(Wanted::item).toList()) : before;
    }

    private static @Nullable String centreOf(Collection<Unit> units) {
        return units.stream().filter(Unit::isCentre).map(Unit::code).findFirst().orElse(null);
    }

    private void place(Wanted<Unit> row) {
        Integer first = lines.putIfAbsent(row.item().code(), row.line());
        if (first == null) {
            target.put(row.item().code(), row.item());
        } else {
            say(row, Refusal.invalid("code", "unit-code-twice", row.item().code(), first));
        }
    }

    List<RowProblem> problems() {
        wanted.forEach(this::check);
        Set<String> circles = Circles.among(target.keySet(), code -> parentOf(target.get(code)));
        wanted.stream()
                .filter(row -> circles.contains(row.item().code()))
                .forEach(row -> say(
                        row, Refusal.invalid("parent", "unit-circle", row.item().code())));
        target.values().forEach(this::checkStored);
        if (centre == null && unreadable.isEmpty() && !wanted.isEmpty()) {
            problems.add(new RowProblem(1, Refusal.invalid("parent", "unit-no-centre")));
        }
        return problems;
    }

    private static @Nullable String parentOf(@Nullable Unit unit) {
        return unit == null || unit.code().equals(unit.parent()) ? null : unit.parent();
    }

    private void check(Wanted<Unit> row) {
        Unit unit = row.item();
        KeptUnit before = kept.get(unit.code());
        if (before != null && !before.isOpen()) {
            say(row, Refusal.invalid("code", "unit-closed", unit.code()));
        }
        if (unit.isCentre() && !unit.code().equals(centre)) {
            say(row, Refusal.invalid("parent", "unit-second-centre", String.valueOf(centre)));
        } else if (!unit.isCentre() && unit.code().equals(centre)) {
            say(row, Refusal.invalid("parent", "unit-centre-moved", unit.code()));
        } else if (unit.parent() != null) {
            checkParent(row, unit, unit.parent());
        }
    }

    private void checkParent(Wanted<Unit> row, Unit unit, String code) {
        Unit parent = target.get(code);
        if (code.equals(unit.code())) {
            say(row, Refusal.invalid("parent", "unit-under-itself", code));
        } else if (parent == null && !unreadable.contains(code)) {
            say(row, Refusal.invalid("parent", "unit-parent-unknown", code));
        } else if (parent != null && unit.level() < parent.level()) {
            say(row, Refusal.invalid("level", "unit-above-its-parent", unit.level(), code, parent.level()));
        }
    }

    /** A unit that is not in the file may stand below one that is. */
    private void checkStored(Unit unit) {
        Unit parent = unit.parent() == null ? null : target.get(unit.parent());
        Integer line = parent == null ? null : lines.get(parent.code());
        if (line != null && parent != null && !lines.containsKey(unit.code()) && unit.level() < parent.level()) {
            problems.add(
                    new RowProblem(line, Refusal.invalid("level", "unit-below-its-child", unit.code(), unit.level())));
        }
    }

    private void say(Wanted<Unit> row, Refusal reason) {
        problems.add(new RowProblem(row.line(), reason));
    }

    static String code(@Nullable String written) {
        String code = Limits.required("code", written, LONGEST_CODE);
        if (!code.matches("[A-Za-z0-9]+")) {
            throw Refusal.invalid("code", "unit-code-malformed");
        }
        return code;
    }

    static int level(@Nullable Integer written) {
        int level = Limits.required("level", written);
        if (level < 1 || level > 4) {
            throw Refusal.invalid("level", "unit-level-out-of-range");
        }
        return level;
    }

    static int level(@Nullable String written) {
        String text = Objects.requireNonNullElse(Limits.optional("level", written, 200), "");
        if (text.isEmpty()) {
            throw Refusal.invalid("level", "field-required", "level");
        }
        if (!text.matches("[1-4]")) {
            throw Refusal.invalid("level", "unit-level-out-of-range");
        }
        return Integer.parseInt(text);
    }
}
