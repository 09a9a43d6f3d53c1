package cn.wenzheng.audit;

import cn.wenzheng.organization.ClosedList;

/** Whether what the journal tells of came about. */
public enum Outcome implements ClosedList {
    DONE("已执行", "Done"),
    REFUSED("被拒绝", "Refused");

    private final Words words;

    Outcome(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
