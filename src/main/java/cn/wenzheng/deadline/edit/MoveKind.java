package cn.wenzheng.deadline.edit;

import cn.wenzheng.organization.ClosedList;

/** What an edit makes of a limit; a list is narrowed by it. */
enum MoveKind implements ClosedList {
    LATER("推后", "Later", "due_after > due_before"),
    EARLIER("提前", "Earlier", "due_after < due_before"),
    UNDONE("不再超期", "Missed no more", "undone");

    private final Words words;
    private final String condition;

    MoveKind(String zh, String en, String condition) {
        this.words = new Words(zh, en);
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    @Override
    public Words words() {
        return words;
    }
}
