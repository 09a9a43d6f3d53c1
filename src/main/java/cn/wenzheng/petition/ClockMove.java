package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** What can happen to a running clock; each leaves an entry in its ledger. */
public enum ClockMove implements ClosedList {
    PAUSED("中止计时", "Paused"),
    RESUMED("恢复计时", "Resumed"),
    EXTENDED("延期", "Extended"),
    LEVEL_CHANGED("改变办理等级", "Service level changed"),
    HANDED_OVER("转交其他单位", "Handed over"),
    /** What had ended it was taken back: it runs on as if it had never ended. */
    RUNS_ON("继续计时", "Runs on"),
    /** What had started it was taken back. */
    TAKEN_BACK("撤销计时", "Taken back"),
    CALENDAR_CHANGED("按新日历重算", "Counted by a new calendar"),
    REPAIRED("校正", "Repaired");

    private final Words words;

    ClockMove(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
