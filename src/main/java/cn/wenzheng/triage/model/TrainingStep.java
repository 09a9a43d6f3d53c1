package cn.wenzheng.triage.model;

import cn.wenzheng.organization.ClosedList;

/** How far a training has come; each step takes seconds. */
public enum TrainingStep implements ClosedList {
    READING("读取样本", "Reading the examples"),
    COMPARING("与现用版本比较", "Comparing with the version in use"),
    LEARNING("学习", "Learning");

    private final Words words;

    TrainingStep(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
