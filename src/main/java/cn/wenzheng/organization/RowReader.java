package cn.wenzheng.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one row of a table cell by cell; what is wrong with one cell does not hide what is wrong with the next. */
final class RowReader {

    private final Columns columns;
    private final ImportSheet.Row row;
    private final List<RowProblem> problems = new ArrayList<>();

    RowReader(Columns columns, ImportSheet.Row row) {
        this.columns = columns;
        this.row = row;
        if (row.broken()) {
            say(Refusal.invalid("file", "city-row-unreadable"));
        } else if (columns.isTooWide(row)) {
            say(Refusal.invalid("file", "city-row-too-wide"));
        }
    }

    boolean has(String column) {
        return columns.has(column);
    }

    /** True when its cells cannot be told apart, so that no more can be said of it. */
    boolean isBroken() {
        return row.broken();
    }

    int line() {
        return row.line();
    }

    @Nullable
    String cell(String column) {
        return columns.cell(row, column);
    }

    /** The cell as the rule reads it, or the stand-in when the rule refuses it: such a row goes nowhere anyway. */
    <T> T read(String column, Function<@Nullable String, T> rule, T otherwise) {
        try {
            return rule.apply(cell(column));
        } catch (Refusal refused) {
            say(refused);
            return otherwise;
        }
    }

    /** The cell, which may be blank, as the rule reads it. */
    @Nullable
    String readOptional(String column, UnaryOperator<@Nullable String> rule) {
        try {
            return rule.apply(cell(column));
        } catch (Refusal refused) {
            say(refused);
            return null;
        }
    }

    /** The days between which the row holds. */
    Term term(String from, String to) {
        try {
            return Term.of(cell(from), cell(to));
        } catch (Refusal refused) {
            say(refused);
            return Term.ALWAYS;
        }
    }

    void say(Refusal reason) {
        problems.add(new RowProblem(row.line(), reason));
    }

    List<RowProblem> problems() {
        return problems;
    }
}
