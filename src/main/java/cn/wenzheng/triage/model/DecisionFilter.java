package cn.wenzheng.triage.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list of decisions is narrowed to; null narrows nothing.
 *
 * @param decided a topic of any level; its branch is meant
 * @param suggested the same of what had been suggested
 * @param unit to which the petition was given
 * @param week a day of the week in which it was decided
 * @param corrected whether something else was decided than suggested
 * @param unsure whether the suggestion was of low certainty
 * @param returnedBy the unit that has sent the petition back
 */
public record DecisionFilter(
        @Nullable String decided,
        @Nullable String suggested,
        @Nullable String unit,
        @Nullable LocalDate week,
        @Nullable Boolean corrected,
        @Nullable Boolean unsure,
        @Nullable String returnedBy) {}
