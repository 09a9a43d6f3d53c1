package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** Why the centre lets the units' clocks stand still (中止计时). */
public enum PauseReason implements ClosedList {
    WAITING_FOR_PETITIONER("等待诉求人补充", "Waiting for the petitioner"),
    OTHER_PROCEDURE("等待其他程序结果", "Another procedure has to end first"),
    SEASON("受天气或季节限制", "Weather or season"),
    THIRD_PARTY("等待第三方", "Waiting for a third party"),
    /** Needs a note. */
    OTHER("其他原因", "Other reason");

    private final Words words;

    PauseReason(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
