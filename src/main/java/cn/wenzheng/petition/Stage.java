package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** A stretch of a petition's life with a time limit of its own. */
public enum Stage implements ClosedList {
    PROMISE("首次响应", "First answer"),
    ACCEPTANCE("受理", "Acceptance"),
    ASSIGNMENT("派单", "Assignment"),
    HANDLING("办理", "Handling"),
    REVIEW("审核", "Review"),
    CALL_BACK("回访", "Call-back");

    private final Words words;

    Stage(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
