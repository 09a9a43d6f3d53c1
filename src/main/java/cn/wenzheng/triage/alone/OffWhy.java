package cn.wenzheng.triage.alone;

import cn.wenzheng.organization.ClosedList;

/** Why the system has stopped to decide. */
public enum OffWhy implements ClosedList {
    RETURNS("退单过多，已停止自动受理", "stopped: too many of its petitions were returned"),
    WORSE_THAN_PEOPLE("退单明显多于人工受理，已停止自动受理", "stopped: returned far more often than what people decide");

    private final Words words;

    OffWhy(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
