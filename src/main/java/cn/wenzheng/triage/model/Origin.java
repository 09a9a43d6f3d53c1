package cn.wenzheng.triage.model;

import cn.wenzheng.organization.ClosedList;

/** What a version was trained from. */
public enum Origin implements ClosedList {
    SAMPLES("随产品提供的样例", "Samples of the product"),
    DECISIONS("受理和派单的决定", "Decisions of the city"),
    FILE("历史文件", "A labelled file");

    private final Words words;

    Origin(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
