package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** A stretch of a petition's life with a time limit of its own. */
public enum Stage implements ClosedList {
    PROMISE("首次响应", "First answer"),
    ACCEPTANCE("受理", "Acceptance"),
    ASSIGNMENT("派单", "Assignment"),
    /** A unit takes note of what was dispatched to it. */
    SIGN_IN("签收", "Sign-in"),
    /** One unit's part, from its own dispatch on. */
    HANDLING("办理", "Handling"),
    /** The handling of the petition, from its first dispatch on, whatever unit has it. */
    CASE_HANDLING("整件办理", "Handling of the case"),
    REVIEW("审核", "Review"),
    CALL_BACK("回访", "Call-back"),
    /** From arrival to close. */
    WHOLE("全程", "Whole life");

    private final Words words;

    Stage(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** True when somebody has to act before it is over; the petition's own two clocks only measure. */
    public boolean isActedOn() {
        return this != CASE_HANDLING && this != WHOLE;
    }

    @Override
    public Words words() {
        return words;
    }
}
