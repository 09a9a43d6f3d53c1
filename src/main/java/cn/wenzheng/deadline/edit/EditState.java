package cn.wenzheng.deadline.edit;

import cn.wenzheng.organization.ClosedList;

/** How far an edit of the calendars has come. */
public enum EditState implements ClosedList {
    PREVIEWING("正在核算", "Being looked at"),
    PREVIEWED("待确认", "To be confirmed"),
    APPLYING("正在重算", "Being carried out"),
    DONE("已完成", "Done"),
    DISCARDED("已放弃", "Given up");

    private final Words words;

    EditState(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** True while a node works on it. */
    public boolean isUnderWay() {
        return this == PREVIEWING || this == APPLYING;
    }

    @Override
    public Words words() {
        return words;
    }
}
