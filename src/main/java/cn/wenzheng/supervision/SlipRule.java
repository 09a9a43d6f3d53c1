package cn.wenzheng.supervision;

import cn.wenzheng.organization.ClosedList;

/** The rule that calls supervision in; later rules stand beside it. */
public enum SlipRule implements ClosedList {
    /** A limit was missed (超期). */
    OVERDUE("超期", "Overdue");

    private final String zh;
    private final String en;

    SlipRule(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name().toLowerCase();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
