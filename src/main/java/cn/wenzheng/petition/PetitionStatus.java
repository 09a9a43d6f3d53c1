package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** The state of a petition; the states of its assignments, of its supervision and of its scoring are kept apart. */
public enum PetitionStatus implements ClosedList {
    RECEIVED("待受理", "Received"),
    /** The petitioner has been asked for what is missing; it goes back to acceptance. */
    WAITING_FOR_PETITIONER("待补充", "Waiting for the petitioner"),
    ACCEPTED("待派单", "Accepted"),
    ASSIGNED("办理中", "In hand"),
    /** The units' clocks stand still; it goes on as what it was before. */
    PAUSED("已挂起", "Paused"),
    HANDLED("待审核", "To review"),
    REDO("重办", "Redo"),
    REVIEWED("待回访", "To call back"),
    CLOSED("已办结", "Closed"),
    REFUSED("不予受理", "Refused"),
    WITHDRAWN("已撤单", "Withdrawn");

    private final Words words;

    PetitionStatus(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
