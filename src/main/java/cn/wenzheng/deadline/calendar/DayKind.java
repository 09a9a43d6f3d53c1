package cn.wenzheng.deadline.calendar;

import cn.wenzheng.organization.ClosedList;

/** What a day is that does not follow its week. */
public enum DayKind implements ClosedList {
    OFF("休", "Off"),
    WORK("班", "Work");

    private final Words words;

    DayKind(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
