package cn.wenzheng.supervision;

import cn.wenzheng.organization.ClosedList;

/**
 * How high a matter stands on the supervision ladder.
 *
 * <p>Start values; source: the domain reference, supervision ladder. A missed limit begins on blue; orange or yellow
 * follows when blue is not met, red when that is not met (the ladder of Sanming). What comes before, the reminder at
 * four fifths of a limit, is a notice and no slip.
 */
public enum Rung implements ClosedList {
    BLUE("蓝色督办单", "Blue slip", 1),
    YELLOW("黄色督办单", "Yellow slip", 1),
    RED("红色督办单", "Red slip", 1),
    /** The head of supervision rules; the term is that of a supervised case. */
    RAISED("提级督办", "Raised supervision", 3);

    private final Words words;
    private final int workingDays;

    Rung(String zh, String en, int workingDays) {
        this.words = new Words(zh, en);
        this.workingDays = workingDays;
    }

    /** The working days in which the rung has to be answered. */
    int workingDays() {
        return workingDays;
    }

    /** True when nothing is above. */
    public boolean isTop() {
        return this == RAISED;
    }

    Rung above() {
        return isTop() ? this : values()[ordinal() + 1];
    }

    @Override
    public Words words() {
        return words;
    }
}
