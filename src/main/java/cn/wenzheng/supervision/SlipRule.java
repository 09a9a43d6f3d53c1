package cn.wenzheng.supervision;

import cn.wenzheng.organization.ClosedList;

/** The rule that calls supervision in; later rules stand beside it. */
public enum SlipRule implements ClosedList {
    /** A limit was missed (超期). */
    OVERDUE("超期", "Overdue");

    private final Words words;

    SlipRule(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
