package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** How satisfied the petitioner is at the call-back. */
public enum Satisfaction implements ClosedList {
    SATISFIED("满意", "Satisfied"),
    BASIC("基本满意", "Basically satisfied"),
    DISSATISFIED("不满意", "Dissatisfied");

    private final String zh;
    private final String en;

    Satisfaction(String zh, String en) {
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
