package cn.wenzheng.supervision;

import cn.wenzheng.organization.ClosedList;

/** What can be done to a supervision slip; each act is one line of its record. */
public enum SlipAct implements ClosedList {
    ISSUED("发出", "Issued"),
    REPORTED("反馈", "Reported"),
    REJECTED("反馈不合格", "Report not accepted"),
    RAISED("提级", "Raised"),
    LIFTED("解除", "Lifted"),
    RULED("裁定", "Ruled on"),
    /** The slip of the next rung takes its place. */
    SUPERSEDED("升级", "Passed to the next rung"),
    /** What it warned of did not happen: the step was done in time, or its limit was moved. */
    MET("按期完成或时限顺延，自动解除", "Done in time or limit moved, lifted"),
    /** A calendar was set right or more time was given, and no limit was missed. */
    UNDONE("时限更正或顺延，撤销", "Limit corrected or moved, undone");

    private final Words words;

    SlipAct(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
