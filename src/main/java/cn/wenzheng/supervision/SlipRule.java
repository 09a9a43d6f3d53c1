package cn.wenzheng.supervision;

import cn.wenzheng.organization.ClosedList;

/** Why a slip goes out, or what a fact of assessment stands on. */
public enum SlipRule implements ClosedList {
    /** Four fifths of a limit are used up (临期); nobody is late yet. */
    NEAR_EXPIRY("临期", "Near expiry"),
    /** A limit was missed (超期). */
    OVERDUE("超期", "Overdue"),
    /** A unit did not sign for what was assigned to it in time. */
    NOT_SIGNED("逾期未签收", "Not signed in time"),
    BLUE_NOT_MET("蓝色督办单逾期未反馈", "Blue slip not answered in time"),
    YELLOW_NOT_MET("黄色督办单逾期未反馈", "Yellow slip not answered in time"),
    RED_NOT_MET("红色督办单逾期未反馈", "Red slip not answered in time"),
    /** The unit has reported, and supervision does not accept it. */
    REPORT_NOT_ACCEPTED("反馈不合格", "Report not accepted"),
    /** Supervision did not wait for the unit's report. */
    RAISED_AT_ONCE("督查员决定升级", "Raised by supervision"),
    /** No breach of its own: the entry that takes an earlier one back, because its limit was set right or moved. */
    CORRECTED("更正", "Corrected");

    private final Words words;

    SlipRule(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** Why the rung above opens when this one stays without a report. */
    static SlipRule notMet(Rung rung) {
        return switch (rung) {
            case BLUE -> BLUE_NOT_MET;
            case YELLOW -> YELLOW_NOT_MET;
            case RED, RAISED -> RED_NOT_MET;
        };
    }

    @Override
    public Words words() {
        return words;
    }
}
