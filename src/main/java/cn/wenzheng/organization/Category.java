package cn.wenzheng.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic (诉求内容) of the category tree; a leaf names the unit that answers for it (派单目录).
 *
 * @param parent the topic above, null on the first level
 * @param unit the code of the unit that is responsible in the whole city today; null for topics with topics below them
 * @param keywords words that speak for the topic in a citizen's text; empty above the leaves
 * @param clause what makes the unit responsible, as the duty directory words it; null when nobody wrote it down
 * @param term the days on which the topic is offered
 */
public record Category(
        String code,
        String name,
        @Nullable String parent,
        boolean leaf,
        @Nullable String unit,
        List<String> keywords,
        @Nullable String clause,
        Term term) {

    /** A topic that is always offered. */
    public Category(
            String code,
            String name,
            @Nullable String parent,
            boolean leaf,
            @Nullable String unit,
            List<String> keywords,
            @Nullable String clause) {
        this(code, name, parent, leaf, unit, keywords, clause, Term.ALWAYS);
    }

    /** A topic whose duty is not worded. */
    public Category(
            String code,
            String name,
            @Nullable String parent,
            boolean leaf,
            @Nullable String unit,
            List<String> keywords) {
        this(code, name, parent, leaf, unit, keywords, null);
    }

    Category asLeaf(boolean isLeaf) {
        return new Category(code, name, parent, isLeaf, unit, keywords, clause, term);
    }

    Category withDuty(@Nullable String answerable, @Nullable String worded) {
        return new Category(code, name, parent, leaf, answerable, keywords, worded, term);
    }

    /** True for a leaf that no unit answers for: its petitions have nobody to go to by themselves. */
    public boolean isGap() {
        return leaf && unit == null;
    }
}
