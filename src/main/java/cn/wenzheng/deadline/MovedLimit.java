package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A limit before and after it was moved, or as another calendar would move it. */
public record MovedLimit(Limit before, Limit after) {

    /** The petition's own two clocks measure; missing them is no breach of anybody's. */
    private static final Set<Stage> MEASURING = EnumSet.of(Stage.CASE_HANDLING, Stage.WHOLE);

    public boolean isLater() {
        return after.dueAt().isAfter(before.dueAt());
    }

    public boolean isEarlier() {
        return after.dueAt().isBefore(before.dueAt());
    }

    /** True when it was missed until now and would not have been. */
    public boolean undoesBreach(Instant now) {
        return isOver(before.dueAt(), now) && !isOver(after.dueAt(), now);
    }

    /** True when its holder was warned that it is near, and would not have been yet. */
    boolean undoesWarning(Instant now) {
        return isOver(before.remindAt(), now) && !isOver(after.remindAt(), now);
    }

    BreachUndone undoneAt(Instant now) {
        return new BreachUndone(after, before.dueAt(), now);
    }

    private boolean isOver(Instant point, Instant now) {
        Instant until = before.endedAt() == null ? now : before.endedAt();
        return !MEASURING.contains(before.stage()) && until.isAfter(point);
    }
}
