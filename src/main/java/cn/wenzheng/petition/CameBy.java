package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** How a citizen came to the counter whose words an operator has entered. */
public enum CameBy implements ClosedList {
    TELEPHONE("来电", "Telephone"),
    VISIT("来访", "Visit");

    private final Words words;

    CameBy(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
