package cn.wenzheng.deadline.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year whose holidays are announced.
 *
 * @param papers the notices it was written from
 * @param loadedAt null for a plan that the product brings along
 */
public record YearPlan(
        int year, List<String> papers, @Nullable Instant loadedAt, String loadedBy) {

    public YearPlan {
        papers = List.copyOf(papers);
    }
}
