package cn.wenzheng.notice;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.petition.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Unread notices of one kind to a role at the centre, shown as one line: who has twelve new petitions before him wants a
 * figure and not twelve lines.
 *
 * @param about the stage for new tasks; null for every other kind
 */
public record Bundle(NoticeKind kind, @Nullable Stage about, long count) {

    /** The word that tells this bundle from others: the kind, for new tasks with their stage. */
    public String key() {
        return about == null ? kind.code() : kind.code() + "." + about.code();
    }

    /** The list that the figure counts. */
    public String address() {
        if (about == null) {
            return "/notices?kind=" + kind.code();
        }
        return "/petitions?status="
                + switch (about) {
                    case PROMISE, ACCEPTANCE -> "received";
                    case ASSIGNMENT, ARBITRATION -> "accepted";
                    case SIGN_IN, HANDLING, CASE_HANDLING, WHOLE -> "assigned";
                    case REVIEW -> "handled";
                    case CALL_BACK -> "reviewed";
                };
    }

    static @Nullable Stage stageOf(NoticeKind kind, @Nullable ClosedList about) {
        return kind == NoticeKind.NEW_TASK && about instanceof Stage stage ? stage : null;
    }
}
