package cn.wenzheng.supervision;

import cn.wenzheng.organization.ClosedList;

/** How far a supervision slip is; source: the domain reference, supervision state. */
public enum SlipState implements ClosedList {
    /** Issued; the unit has not reported on this rung. */
    OPEN("督办中", "Supervised"),
    /** The unit has reported; supervision has not examined it. */
    REPORTED("已反馈待核", "Reported"),
    /** Supervision accepted the report. */
    LIFTED("已解除", "Lifted"),
    /** It was not answered in time or not well enough: the slip of the next rung has taken its place. */
    SUPERSEDED("已升级", "Passed to the next rung"),
    /** It stayed unsolved up to the highest rung and was ruled on. */
    RULED("已裁定", "Ruled on");

    private final Words words;

    SlipState(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
