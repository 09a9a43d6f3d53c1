package cn.wenzheng.triage.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How right the suggestions were, by what people decided.
 *
 * @param since from when on decisions are counted
 * @param matrix what was decided beside what had been suggested
 * @param units those to which petitions were given, the busiest first
 * @param weeks the last weeks, newest first
 */
public record Figures(LocalDate since, Matrix matrix, List<OfUnit> units, List<Week> weeks) {

    /**
     * Which field of the tree was decided (a row) where which had been suggested (a column).
     *
     * @param fields the fields that occur, by their code
     */
    public record Matrix(List<Field> fields, Map<String, Map<String, Long>> counts) {

        private static final int SHADES = 4;

        public long count(String decided, String suggested) {
            return counts.getOrDefault(decided, Map.of()).getOrDefault(suggested, 0L);
        }

        public long total(String decided) {
            return counts.getOrDefault(decided, Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        /** How dark a cell is, by its part of the row: from 0 for nothing to 4 for nearly all. */
        public int shade(String decided, String suggested) {
            long count = count(decided, suggested);
            return count == 0 ? 0 : (int) Math.ceil((double) count * SHADES / total(decided));
        }
    }

    /** A topic of the first level; without a name where the tree has lost it. */
    public record Field(String code, String name) {}

    /**
     * @param right decisions whose topic had been suggested
     * @param returned petitions the unit has sent back
     */
    public record OfUnit(String unit, String name, long decided, long right, long returned) {}

    /**
     * @param monday the first day of the week
     * @param corrected decisions other than what had been suggested
     * @param unsure suggestions of low certainty
     * @param strange part of the words that nobody had written before; null until the next training
     */
    public record Week(
            LocalDate monday,
            long decided,
            long corrected,
            long unsure,
            @Nullable Double strange) {}
}
