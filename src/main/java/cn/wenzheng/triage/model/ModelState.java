package cn.wenzheng.triage.model;

import cn.wenzheng.organization.ClosedList;

/** Where a version of the model stands. */
public enum ModelState implements ClosedList {
    WAITING("等待训练", "Waiting"),
    TRAINING("训练中", "Training"),
    /** It can speak, and does not: somebody has to want it. */
    CANDIDATE("备选", "Candidate"),
    ACTIVE("使用中", "In use"),
    /** It has spoken, and can again. */
    RETIRED("已停用", "Retired"),
    REFUSED("未能训练", "Not trained");

    private final Words words;

    ModelState(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** True while something will still happen by itself. */
    public boolean isUnderWay() {
        return this == WAITING || this == TRAINING;
    }

    @Override
    public Words words() {
        return words;
    }
}
