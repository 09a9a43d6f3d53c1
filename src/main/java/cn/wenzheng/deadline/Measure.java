package cn.wenzheng.deadline;

import cn.wenzheng.organization.ClosedList;

/** What a limit is counted in. */
public enum Measure implements ClosedList {
    /** Only working time counts; each day for itself. */
    WORKING_DAYS("个工作日", "working day(s)", 366),
    /** Working time counts in full, eight minutes of rest time as one: the burn of the promise. */
    PROMISE_MINUTES("分钟工作时间（休息时间 8 分钟折 1 分钟）", "minute(s) of work (8 minutes of rest count as 1)", 14_400),
    MINUTES("分钟（自然时间）", "minute(s) of calendar time", 14_400),
    HOURS("小时（自然时间）", "hour(s) of calendar time", 1_440),
    DAYS("天（自然时间）", "day(s) of calendar time", 1_096);

    private final Words words;
    private final int most;

    Measure(String zh, String en, int most) {
        this.words = new Words(zh, en);
        this.most = most;
    }

    @Override
    public Words words() {
        return words;
    }

    /** The longest limit there can be. */
    int most() {
        return most;
    }
}
