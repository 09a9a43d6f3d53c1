package cn.wenzheng.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic (诉求内容) of the category tree; a leaf names the unit that answers for it (派单目录).
 *
 * @param parent the topic above, null on the first level
 * @param unit the responsible unit's code; null for topics with topics below them
 * @param keywords words that speak for the topic in a citizen's text; empty above the leaves
 */
public record Category(
        String code,
        String name,
        @Nullable String parent,
        boolean leaf,
        @Nullable String unit,
        List<String> keywords) {}
