package cn.wenzheng.deadline.edit;

import cn.wenzheng.deadline.LimitKey;
import cn.wenzheng.deadline.MovedLimit;
import cn.wenzheng.deadline.MovedTerm;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit or the term of a slip that an edit moves, without a word about the case.
 *
 * @param stage whose limit it is; null for a slip
 * @param slip the number of the slip whose term it is; null for a limit
 * @param undone true when it was missed and would be missed no more
 */
record EditMove(
        String petition,
        @Nullable Stage stage,
        @Nullable String slip,
        String unit,
        int round,
        Instant dueBefore,
        Instant dueAfter,
        boolean undone) {

    static EditMove of(MovedLimit moved, Instant now) {
        LimitKey key = LimitKey.of(moved.before());
        return new EditMove(
                key.petition(),
                key.stage(),
                null,
                key.unit(),
                key.round(),
                moved.before().dueAt(),
                moved.after().dueAt(),
                moved.undoesBreach(now));
    }

    static EditMove of(MovedTerm moved) {
        LimitKey key = moved.about();
        return new EditMove(
                key.petition(),
                null,
                moved.slip(),
                key.unit(),
                key.round(),
                moved.dueBefore(),
                moved.dueAfter(),
                false);
    }

    /** The stage's name or the slip's number, whichever it is about. */
    String about() {
        return stage == null ? Objects.requireNonNull(slip) : stage.name();
    }
}
