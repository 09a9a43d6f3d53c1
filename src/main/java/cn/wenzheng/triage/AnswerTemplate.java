package cn.wenzheng.triage;

import cn.wenzheng.petition.RefusalReason;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prepared answer: a person chooses it, looks at it and sends it; nothing is sent by itself.
 *
 * @param reason for a refusal the reason it is written for, else null
 * @param category a leaf or a branch of the category tree; null fits every topic
 * @param text words with named gaps, of {@link #GAPS}
 * @param source where a piece of knowledge comes from; null for the other kinds
 * @param validUntil the last day on which it is right; null until somebody says otherwise
 * @param reviewOn the day on which somebody has to look at it again; null for never
 * @param active false for one that is no longer used
 */
public record AnswerTemplate(
        String code,
        AnswerKind kind,
        @Nullable RefusalReason reason,
        @Nullable String category,
        String title,
        String text,
        @Nullable String source,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate reviewOn,
        boolean active) {

    /** The gaps a text may have: the petition's number and the unit's name. */
    public static final Set<String> GAPS = Set.of("number", "unit");

    private static final Pattern GAP = Pattern.compile("\\{(number|unit)}");

    /** The text for one petition; a gap for which nothing is known stays as it is and is seen. */
    public String filled(@Nullable String number, @Nullable String unit) {
        return GAP.matcher(text).replaceAll(gap -> {
            String known = gap.group(1).equals("number") ? number : unit;
            return Matcher.quoteReplacement(known == null ? gap.group() : known);
        });
    }

    /** True on a day on which it may be sent. */
    public boolean holdsOn(LocalDate day) {
        return active && (validUntil == null || !day.isAfter(validUntil));
    }
}
