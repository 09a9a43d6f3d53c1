package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a table against the city in one pass: what each row wants, what is wrong with it, what would change. */
final class ImportCheck<T> {

    private final Intake<T> intake;
    private final List<Wanted<T>> wanted = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private final List<RowProblem> problems = new ArrayList<>();

    ImportCheck(CityKind kind, ImportSheet sheet, Intake<T> intake) {
        this.intake = intake;
        Columns columns = new Columns(kind, sheet);
        problems.addAll(columns.problems());
        if (problems.isEmpty()) {
            sheet.rows().forEach(row -> read(new RowReader(columns, row)));
            problems.addAll(intake.problems(wanted, unreadable));
            problems.sort(Comparator.comparingInt(RowProblem::line));
        }
    }

    private void read(RowReader row) {
        T item = row.isBroken() ? null : intake.read(row);
        problems.addAll(row.problems());
        if (item != null && row.problems().isEmpty()) {
            wanted.add(new Wanted<>(row.line(), item));
        } else if (item != null) {
            unreadable.add(intake.key(item));
        }
    }

    /**
     * Writes the rows that bring a change; only for a table in which nothing is wrong.
     *
     * @return the accounts made
     */
    List<CityImport.Account> apply(Registers registers, Actor actor) {
        List<CityImport.Account> accounts = new ArrayList<>();
        for (Wanted<T> row : wanted) {
            T item = row.item();
            if (!facts(item).isEmpty()) {
                String key = intake.key(item);
                String password = intake.put(intake.before(key), item, registers, actor);
                if (password != null) {
                    accounts.add(new CityImport.Account(key, password));
                }
            }
        }
        return accounts;
    }

    /** What its readable rows want. */
    List<T> wanted() {
        return wanted.stream().map(Wanted::item).toList();
    }

    ImportPlan plan() {
        List<ImportPlan.Change> changes = new ArrayList<>();
        for (Wanted<T> row : wanted) {
            List<ImportPlan.Fact> facts = facts(row.item());
            if (!facts.isEmpty()) {
                String key = intake.key(row.item());
                changes.add(new ImportPlan.Change(row.line(), key, intake.before(key) == null, facts));
            }
        }
        int created = (int) changes.stream().filter(ImportPlan.Change::isNew).count();
        return new ImportPlan(
                created, changes.size() - created, wanted.size() - changes.size(), changes, List.copyOf(problems));
    }

    /** What is other than before; for something new all that is not empty. */
    private List<ImportPlan.Fact> facts(T item) {
        T before = intake.before(intake.key(item));
        @Nullable Map<String, String> told = before == null ? null : intake.facts(before);
        return intake.facts(item).entrySet().stream()
                .filter(fact -> told == null
                        ? !fact.getValue().isEmpty()
                        : !fact.getValue().equals(told.get(fact.getKey())))
                .map(fact -> new ImportPlan.Fact(
                        fact.getKey(), told == null ? null : told.get(fact.getKey()), fact.getValue()))
                .toList();
    }
}
