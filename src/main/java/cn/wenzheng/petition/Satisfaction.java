package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** How satisfied the petitioner is at the call-back. */
public enum Satisfaction implements ClosedList {
    SATISFIED("满意", "Satisfied"),
    BASIC("基本满意", "Basically satisfied"),
    DISSATISFIED("不满意", "Dissatisfied");

    private final Words words;

    Satisfaction(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
