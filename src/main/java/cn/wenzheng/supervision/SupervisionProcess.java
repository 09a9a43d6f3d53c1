package cn.wenzheng.supervision;

import cn.wenzheng.organization.Actor;
import java.util.Collection;

/** The process that carries a supervision slip; kept by room {@code process}. */
public interface SupervisionProcess {

    /**
     * Starts the process of a slip, in the caller's transaction; its business key is the petition's number.
     *
     * @param top true when no unit is asked any more and the head of supervision rules
     */
    void begin(String slip, String petition, String unit, boolean top);

    /** Has the processes of slips wait until the slips' new instants, in the caller's transaction. */
    void move(Collection<Slip> slips);

    /** Ends the process of a slip that nobody has to work on any more, in the caller's transaction. */
    void end(String slip, String petition);

    /**
     * Ends a task of a slip with a decision; the task's listener takes the decision to {@link SupervisionDesk}.
     *
     * @return false when the slip does not stand at that task for this actor; nothing has changed then
     */
    boolean complete(String slip, SlipTask task, SlipCommand command, Actor actor);
}
