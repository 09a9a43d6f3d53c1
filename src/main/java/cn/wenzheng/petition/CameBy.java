package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** How a citizen's words came to the counter at which an operator has entered them. */
public enum CameBy implements ClosedList {
    TELEPHONE("来电", "Telephone"),
    VISIT("来访", "Visit"),
    /** Copied from a platform. */
    PASTED("粘贴", "Pasted in");

    private final Words words;

    CameBy(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
