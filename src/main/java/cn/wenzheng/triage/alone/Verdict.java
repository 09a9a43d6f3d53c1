package cn.wenzheng.triage.alone;

import cn.wenzheng.organization.ClosedList;

/** What a person thinks of a decision that the system has taken. */
public enum Verdict implements ClosedList {
    CONFIRMED("正确", "Right"),
    CORRECTED("有误", "Wrong");

    private final Words words;

    Verdict(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
