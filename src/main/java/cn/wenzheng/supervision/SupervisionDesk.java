package cn.wenzheng.supervision;

import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The counter of room {@code supervision}: what timers and supervisors bring to it. */
@Component
public class SupervisionDesk {

    /**
     * A limit is near: tells the holder.
     *
     * @param unit the unit that has to act; null at the centre's own stages
     */
    public void remind(String petition, Stage stage, @Nullable String unit) {
        throw new UnsupportedOperationException();
    }

    /** A limit is over: opens a slip, starts its process, announces the fact; twice for the same limit does nothing. */
    public void escalate(String petition, Stage stage, @Nullable String unit) {
        throw new UnsupportedOperationException();
    }

    /** The unit's head reports (反馈). */
    public void report(String slip, String report, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** The supervisor lifts the slip or has it raised. */
    public void decide(String slip, boolean lift, @Nullable String note, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Raises the slip one rung with a limit of its own.
     *
     * @return true when there is no rung above and the head of supervision has to rule
     */
    public boolean raise(String slip) {
        throw new UnsupportedOperationException();
    }

    /** The ruling on a slip that stayed unsolved up to the highest rung. */
    public void rule(String slip, String ruling, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Until when the slip's present rung has to be answered. */
    public Instant dueOf(String slip) {
        throw new UnsupportedOperationException();
    }

    /**
     * The slips this person may see, the open and most urgent first: all for supervisors, auditors and assessors, those
     * of his unit for a handler or head; others are refused.
     *
     * @param petition only this petition's; null for any
     * @param open true for those neither lifted nor ruled on, false for the others, null for both
     */
    public Listing<Slip> slips(@Nullable String petition, @Nullable Boolean open, Actor actor, Window window) {
        throw new UnsupportedOperationException();
    }
}
