package cn.wenzheng.petition;

import cn.wenzheng.organization.ClosedList;

/** Whose a minute of a petition's life is (责任时间); every minute is exactly one's. */
public enum MinuteOwner implements ClosedList {
    CENTRE("中心", "The centre"),
    /** The lead unit, from its dispatch on. */
    UNIT("主办单位", "The lead unit"),
    /** The centre waits for the petitioner and has said so. */
    PETITIONER("等待诉求人", "Waiting for the petitioner");

    private final Words words;

    MinuteOwner(String zh, String en) {
        this.words = new Words(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
