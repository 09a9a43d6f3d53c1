package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** The part a unit has in a petition. */
public enum Duty implements ClosedList {
    LEAD("主办", "Lead"),
    ASSIST("协办", "Assisting");

    private final String zh;
    private final String en;

    Duty(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name().toLowerCase().replace('_', '-');
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
