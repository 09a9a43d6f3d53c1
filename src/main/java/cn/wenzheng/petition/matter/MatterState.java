package cn.wenzheng.petition.matter;

import cn.wenzheng.organization.ClosedList;

/** Where a matter stands; its leading member's own state says more. */
public enum MatterState implements ClosedList {
    IN_HAND("办理中", "In hand"),
    /** The answer has passed the review and goes out to one member after the other. */
    ANSWERING("正在答复", "Being answered"),
    ANSWERED("已答复", "Answered"),
    /** Its last member has left it before there was an answer. */
    DISSOLVED("已解散", "Dissolved");

    private final Words words;

    MatterState(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
