package cn.wenzheng.audit;

import cn.wenzheng.organization.ClosedList;

/** Whether what the journal tells of came about. */
public enum Outcome implements ClosedList {
    DONE("已执行", "Done"),
    REFUSED("被拒绝", "Refused");

    private final String zh;
    private final String en;

    Outcome(String zh, String en) {
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
