package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** The state of one unit's assignment; rework ends it as REDO and a new one begins with the next round. */
public enum AssignmentState implements ClosedList {
    IN_HAND("办理中", "In hand"),
    SUBMITTED("已提交", "Submitted"),
    REDO("重办", "Redo"),
    RETURNED("已退单", "Returned"),
    REASSIGNED("已改派", "Re-dispatched"),
    DROPPED("已终止", "Ended without an answer"),
    DONE("已完成", "Done");

    private final Words words;

    AssignmentState(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
